ALTER TABLE `channels` ADD `imported_by` text;--> statement-breakpoint
ALTER TABLE `channels` ADD `awaits_people` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `imported_by` text;--> statement-breakpoint
ALTER TABLE `users` ADD `invited_with` text;