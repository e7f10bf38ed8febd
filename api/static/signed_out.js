// Nobody is signed in here: the dockets that were kept for a court day are let go. Entries not yet sent stay.
if ("caches" in window) caches.delete("courtready-court");
