CREATE TABLE "alert_route" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"route" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_alert" (
	"workspace_id" text NOT NULL,
	"indicator_id" text NOT NULL,
	"period" text NOT NULL,
	"found" jsonb NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"sent" jsonb NOT NULL,
	CONSTRAINT "indicator_alert_workspace_id_indicator_id_period_pk" PRIMARY KEY("workspace_id","indicator_id","period")
);
--> statement-breakpoint
ALTER TABLE "indicator_alert" ADD CONSTRAINT "indicator_alert_indicator_fk" FOREIGN KEY ("workspace_id","indicator_id") REFERENCES "public"."indicator"("workspace_id","id") ON DELETE cascade ON UPDATE no action;