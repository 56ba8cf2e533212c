CREATE TABLE "document_snapshot" (
	"workspace_id" text NOT NULL,
	"document_id" text NOT NULL,
	"seq" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_snapshot_workspace_id_document_id_pk" PRIMARY KEY("workspace_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "document" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"projection" jsonb NOT NULL,
	"projected_seq" integer DEFAULT 0 NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "document_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "document_update" (
	"workspace_id" text NOT NULL,
	"document_id" text NOT NULL,
	"seq" integer NOT NULL,
	"data" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_update_workspace_id_document_id_seq_pk" PRIMARY KEY("workspace_id","document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "document_version" (
	"workspace_id" text NOT NULL,
	"document_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text,
	"author" text NOT NULL,
	"model_version" integer NOT NULL,
	"projection" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_version_workspace_id_document_id_id_pk" PRIMARY KEY("workspace_id","document_id","id")
);
--> statement-breakpoint
ALTER TABLE "document_snapshot" ADD CONSTRAINT "document_snapshot_document_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."document"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_document_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."document"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_fk" FOREIGN KEY ("workspace_id","document_id") REFERENCES "public"."document"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_by_kind" ON "document" USING btree ("workspace_id","kind","updated_at") WHERE "document"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "document_version_by_time" ON "document_version" USING btree ("workspace_id","document_id","at");