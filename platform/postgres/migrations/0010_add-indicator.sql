CREATE TABLE "indicator" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"owner" text NOT NULL,
	"definition" jsonb NOT NULL,
	"target" jsonb,
	"unit" text NOT NULL,
	"grain" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "indicator_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
