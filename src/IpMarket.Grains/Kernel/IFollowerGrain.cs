using Orleans.Concurrency;

namespace IpMarket.Grains.Kernel;

/// <summary>Runs one journal follower of the cluster; key <c>follower:NAME</c>.</summary>
[Alias("kernel.follower-grain/1"), GrainInterfaceType("kernel.follower")]
public interface IFollowerGrain : IGrainWithStringKey
{
    /// <summary>Brings the follower up to the journal's end. Called by each silo's poker only.</summary>
    [Alias("poke")]
    Task Poke();
}

/// <summary>Runs the sweep over due deadlines; one grain, key <c>deadlines:all</c>.</summary>
[Alias("kernel.deadlines-grain/1"), GrainInterfaceType("kernel.deadlines")]
public interface IDeadlinesGrain : IGrainWithStringKey
{
    /// <summary>Wakes every stream whose due time has come. Called by each silo's poker only.</summary>
    [Alias("sweep")]
    Task Sweep();
}

/// <summary>
/// A grain that can be told that one of its due times has come; it decides by comparing times itself.
/// </summary>
[Alias("kernel.wakeable/1")]
public interface IWakeable : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("wake")]
    Task Wake(string kind, DateTimeOffset due);
}
