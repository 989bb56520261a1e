DROP INDEX `channel_members_by_user`;--> statement-breakpoint
CREATE INDEX `channel_members_by_user` ON `channel_members` (`workspace_id`,`user_id`,`channel_id`);