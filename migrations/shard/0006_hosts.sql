CREATE TABLE `hosts` (
	`workspace_id` text NOT NULL,
	`host` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `host`)
);
