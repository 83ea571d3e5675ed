/** Certificates that a machine adds to Node's own are read by each process of Node before it begins: what that takes says nothing of a program. */
delete process.env.NODE_EXTRA_CA_CERTS;
