CREATE TABLE "dashboard" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"tiles" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dashboard_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
