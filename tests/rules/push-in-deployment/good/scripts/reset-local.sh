npm run db:push
