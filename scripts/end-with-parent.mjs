// npm passes signals to a shell that may not pass them on: a process whose parent has gone ends itself, so that none stays behind.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), 500).unref();
