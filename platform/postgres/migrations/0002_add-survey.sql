CREATE TABLE "survey_import" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"survey_id" text NOT NULL,
	"file_name" text NOT NULL,
	"file_size" bigint NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"balance" jsonb,
	"problem" jsonb,
	CONSTRAINT "survey_import_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"import_id" text NOT NULL,
	"name" text NOT NULL,
	"file_name" text NOT NULL,
	"fingerprint" text NOT NULL,
	"simulated" boolean DEFAULT false NOT NULL,
	"columns" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"respondents" integer NOT NULL,
	"balance" jsonb NOT NULL,
	"first_at" timestamp (3) with time zone,
	"last_at" timestamp (3) with time zone,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "survey_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE INDEX "survey_import_unfinished" ON "survey_import" USING btree ("status");--> statement-breakpoint
CREATE UNIQUE INDEX "survey_by_fingerprint" ON "survey" USING btree ("workspace_id","fingerprint");