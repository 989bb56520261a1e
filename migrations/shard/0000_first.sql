CREATE TABLE `channel_members` (
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `channel_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `channel_members_by_user` ON `channel_members` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `channels` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`is_general` integer DEFAULT false NOT NULL,
	`is_archived` integer DEFAULT false NOT NULL,
	`creator` text NOT NULL,
	`created` integer NOT NULL,
	`topic` text NOT NULL,
	`purpose` text NOT NULL,
	`ready` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_by_name` ON `channels` (`workspace_id`,`name`) WHERE kind IN ('public', 'private');--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`workspace_id` text NOT NULL,
	`pipeline` text NOT NULL,
	`channel_id` text NOT NULL,
	`seq` integer NOT NULL,
	`error` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `pipeline`, `channel_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`workspace_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`email` text,
	`role` text NOT NULL,
	`inviter` text NOT NULL,
	`created` integer NOT NULL,
	`expires` integer NOT NULL,
	`uses_left` integer NOT NULL,
	`revoked` integer,
	PRIMARY KEY(`workspace_id`, `token_hash`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`refresh_counter` integer DEFAULT 0 NOT NULL,
	`last_attempt` text,
	`label` text NOT NULL,
	`created` integer NOT NULL,
	`last_used` integer NOT NULL,
	`expires` integer NOT NULL,
	`revoked` integer,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`workspace_id` text NOT NULL,
	`hash` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`created` integer NOT NULL,
	`revoked` integer,
	PRIMARY KEY(`workspace_id`, `hash`)
);
--> statement-breakpoint
CREATE TABLE `users` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`role` text NOT NULL,
	`deactivated` integer DEFAULT false NOT NULL,
	`is_bot` integer DEFAULT false NOT NULL,
	`tz` text NOT NULL,
	`profile` text NOT NULL,
	`updated` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_name` ON `users` (`workspace_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_email` ON `users` (`workspace_id`,`email`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`domain` text NOT NULL,
	`created` integer NOT NULL
);
