using IpMarket.Domain.Kernel.Journal;

namespace IpMarket.Adapters.Views;

/// <summary>
/// A view group: tables of one <typeparamref name="TContext"/> and the projection that fills them from the journal.
/// Everything in them can be dropped and filled again.
/// </summary>
public abstract class ViewGroup<TContext>
    where TContext : ViewContext
{
    /// <summary>One lower-case word, e.g. <c>trading</c>; the follower is called <c>views-trading</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Raise it when <see cref="Apply"/> means something else while the tables stay: the views fill anew.
    /// </summary>
    public virtual int Revision => 1;

    /// <summary>
    /// Writes what the records mean, in order of pos. Runs in the checkpoint's transaction, which saves
    /// <paramref name="views"/> afterwards. Acts on nothing outside it; a rebuild runs it again.
    /// </summary>
    public abstract Task Apply(TContext views, IReadOnlyList<Recorded> records, CancellationToken cancel);
}

/// <summary>
/// Something disposable that follows the journal and knows how far it has come: a view group, the search index.
/// <c>after=POS</c> waits for it; it can be made anew.
/// </summary>
public interface IPositioned
{
    /// <summary>The follower's name: <c>views-…</c>, <c>search-…</c>.</summary>
    string Name { get; }

    /// <summary>The pos up to which it has applied the journal.</summary>
    Task<long> Position(CancellationToken cancel);

    /// <summary>Drops everything and fills it again from the journal. Sends nothing: it never acts.</summary>
    /// <exception cref="PoisonRecordException">A record cannot be read or applied.</exception>
    Task Rebuild(CancellationToken cancel);
}

/// <summary>What the house knows of every view group, whatever its tables.</summary>
public interface IViewGroup : IPositioned
{
    /// <summary>The schema (PostgreSQL) or the file without <c>.db</c> (SQLite): <c>views_</c> and 8 hex.</summary>
    string Schema { get; }

    /// <summary>Makes the tables if they are missing. Safe to repeat and to run on several silos at once.</summary>
    void Prepare();

    /// <summary>Notes that this process uses the schema, so that no other drops it.</summary>
    void SayInUse();

    /// <summary>Applies records until the journal has no more.</summary>
    /// <exception cref="PoisonRecordException">A record cannot be read or applied.</exception>
    Task CatchUp(CancellationToken cancel);
}
