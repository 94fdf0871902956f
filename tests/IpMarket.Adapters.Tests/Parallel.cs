using Xunit.v3;

// Most of these tests wait: for a database, a lost answer, a browser. Two at a time would leave the machine idle.
[assembly: Parallelization(MaxThreads = 6)]
