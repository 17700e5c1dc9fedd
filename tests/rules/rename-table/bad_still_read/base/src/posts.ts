import { db } from "./db";
import { posts } from "./db/schema";

export const listPosts = () => db.select({ title: posts.title }).from(posts);

export const clear = () => db.execute("DELETE FROM posts WHERE title IS NULL");
