CREATE TABLE "identity_change" (
	"workspace_id" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"author" text NOT NULL,
	"links" integer NOT NULL,
	"file_name" text,
	"set_aside" integer DEFAULT 0 NOT NULL,
	"written" jsonb NOT NULL,
	"undoes" integer,
	CONSTRAINT "identity_change_workspace_id_version_pk" PRIMARY KEY("workspace_id","version")
);
--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "rule" jsonb DEFAULT '{"is":"whole"}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "identities" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "remaking" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "source" SET "summary" = jsonb_set(
	"summary" || '{"designEffect": 1}'::jsonb,
	'{stats}',
	("summary" -> 'stats') || jsonb_build_object(
		'journeys', "summary" -> 'stats' -> 'customers',
		'ties', ("summary" -> 'stats' -> 'ties') || jsonb_build_object('journeys', "summary" -> 'stats' -> 'ties' -> 'customers')
	)
) WHERE "summary" -> 'stats' IS NOT NULL;
