CREATE TABLE `imports` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`importer` text NOT NULL,
	`status` text NOT NULL,
	`created` integer NOT NULL,
	`finished` integer,
	`error` text,
	`error_detail` text,
	`counts` text,
	PRIMARY KEY(`workspace_id`, `id`)
);
