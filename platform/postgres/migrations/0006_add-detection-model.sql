CREATE TABLE "detection_model" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"revision" integer NOT NULL,
	"model" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "detection_model_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
