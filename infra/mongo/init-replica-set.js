// Makes the one server a replica set, once, and waits until it may be written to.
const host = process.env.MONGO_HOST || 'mongo:27017';
try {
  rs.status();
} catch (notYet) {
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host }] });
}
for (let attempt = 0; attempt < 60 && !db.hello().isWritablePrimary; attempt++) {
  sleep(500);
}
if (!db.hello().isWritablePrimary) {
  throw new Error('no primary after 30 seconds');
}
