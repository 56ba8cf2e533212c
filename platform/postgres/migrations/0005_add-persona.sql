CREATE TABLE "persona_picture" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"data" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "persona_picture_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "persona_share" (
	"workspace_id" text NOT NULL,
	"segment_id" text NOT NULL,
	"persona_id" text NOT NULL,
	"share" double precision NOT NULL,
	"source" text NOT NULL,
	"n" integer,
	"date" text NOT NULL,
	CONSTRAINT "persona_share_workspace_id_segment_id_persona_id_pk" PRIMARY KEY("workspace_id","segment_id","persona_id")
);
--> statement-breakpoint
CREATE TABLE "quiz_answer" (
	"workspace_id" text NOT NULL,
	"person" text NOT NULL,
	"position" integer GENERATED ALWAYS AS IDENTITY (sequence name "quiz_answer_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"question_id" text NOT NULL,
	"persona_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quiz_answer_workspace_id_person_position_pk" PRIMARY KEY("workspace_id","person","position")
);
--> statement-breakpoint
CREATE TABLE "quiz_question" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"situation" text NOT NULL,
	"persona_id" text NOT NULL,
	"explanation" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quiz_question_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "segment" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "segment_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "persona_share" ADD CONSTRAINT "persona_share_segment_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segment"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_answer" ADD CONSTRAINT "quiz_answer_question_fk" FOREIGN KEY ("workspace_id","question_id") REFERENCES "public"."quiz_question"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quiz_answer_by_question" ON "quiz_answer" USING btree ("workspace_id","question_id");