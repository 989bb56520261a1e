CREATE TABLE `custom_emoji` (
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`image` text,
	`alias_for` text,
	`creator` text NOT NULL,
	`created` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `name`)
);
--> statement-breakpoint
CREATE TABLE `user_group_members` (
	`workspace_id` text NOT NULL,
	`group_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `group_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `user_group_members_by_user` ON `user_group_members` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `user_groups` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`handle` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`creator` text NOT NULL,
	`created` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated` integer NOT NULL,
	`disabled` integer,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_groups_by_handle` ON `user_groups` (`workspace_id`,`handle`);--> statement-breakpoint
ALTER TABLE `channels` ADD `people` text;--> statement-breakpoint
-- Imported direct messages; of several with the same people the first is the one that is opened.
UPDATE `channels` SET `people` = (
  SELECT group_concat(`user_id`, ',') FROM (
    SELECT `user_id` FROM `channel_members`
    WHERE `channel_members`.`workspace_id` = `channels`.`workspace_id` AND `channel_members`.`channel_id` = `channels`.`id`
    ORDER BY `user_id`
  )
) WHERE `kind` IN ('im', 'mpim');--> statement-breakpoint
UPDATE `channels` SET `people` = NULL WHERE `people` IS NOT NULL AND EXISTS (
  SELECT 1 FROM `channels` AS `other`
  WHERE `other`.`workspace_id` = `channels`.`workspace_id` AND `other`.`people` = `channels`.`people` AND `other`.`id` < `channels`.`id`
);--> statement-breakpoint
CREATE UNIQUE INDEX `channels_by_people` ON `channels` (`workspace_id`,`people`);--> statement-breakpoint
ALTER TABLE `workspaces` ADD `policies` text;