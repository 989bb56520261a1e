CREATE TABLE `metadata` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
