CREATE TABLE "event_import" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"source_id" text NOT NULL,
	"file_name" text NOT NULL,
	"file_size" bigint NOT NULL,
	"fingerprint" text,
	"mapping" jsonb NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"balance" jsonb,
	"replaces" text,
	"problem" jsonb,
	"position" integer GENERATED ALWAYS AS IDENTITY (sequence name "event_import_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	CONSTRAINT "event_import_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"simulated" boolean DEFAULT false NOT NULL,
	"summary" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "source_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "event_import" ADD CONSTRAINT "event_import_source_fk" FOREIGN KEY ("workspace_id","source_id") REFERENCES "public"."source"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_import_by_source" ON "event_import" USING btree ("workspace_id","source_id","started_at");--> statement-breakpoint
CREATE INDEX "event_import_unfinished" ON "event_import" USING btree ("status");