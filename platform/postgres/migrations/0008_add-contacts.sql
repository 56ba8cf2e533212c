CREATE TABLE "attribution_run" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"list_id" text NOT NULL,
	"list_version" integer NOT NULL,
	"version_id" text NOT NULL,
	"model_id" text NOT NULL,
	"model_name" text NOT NULL,
	"model_revision" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"summary" jsonb NOT NULL,
	CONSTRAINT "attribution_run_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_import" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"list_id" text NOT NULL,
	"file_name" text NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"balance" jsonb,
	"problem" jsonb,
	CONSTRAINT "contact_import_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_list" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"version_id" text NOT NULL,
	"file_name" text NOT NULL,
	"id_column" text NOT NULL,
	"columns" jsonb NOT NULL,
	"contacts" integer NOT NULL,
	"balance" jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contact_list_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE INDEX "attribution_run_by_list" ON "attribution_run" USING btree ("workspace_id","list_id","at");--> statement-breakpoint
CREATE INDEX "contact_import_unfinished" ON "contact_import" USING btree ("status");