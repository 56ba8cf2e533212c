CREATE TABLE "persona_discovery" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"upload_id" text NOT NULL,
	"file_name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"problem" jsonb,
	"kept" jsonb,
	"found" jsonb,
	CONSTRAINT "persona_discovery_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "persona_questionnaire" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"model_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "persona_questionnaire_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "persona_questionnaire" ADD CONSTRAINT "persona_questionnaire_model_fk" FOREIGN KEY ("workspace_id","model_id") REFERENCES "public"."detection_model"("workspace_id","id") ON DELETE cascade ON UPDATE no action;