using System.Security.Cryptography;
using System.Text;
using IpMarket.Adapters.Storage;
using IpMarket.Adapters.Storage.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IpMarket.Adapters.Views;

/// <summary>
/// Where a group's tables are: a schema (PostgreSQL) or file (SQLite) named after the SHA-256 of its create script, so
/// a build with other tables fills its own beside the old ones. Contexts from here only read; they track nothing.
/// </summary>
public sealed class ViewStore<TContext> : IDbContextFactory<TContext>
    where TContext : ViewContext
{
    private readonly StorageOptions options;
    private readonly string script;
    private readonly string follower;
    private readonly DbContextOptions<TContext> reading;
    private readonly DbContextOptions<TContext> writing;
    private readonly Lock gate = new();
    private volatile bool prepared;

    public ViewStore(StorageOptions options, ViewGroup<TContext> group)
    {
        this.options = options;
        follower = "views-" + group.Name;
        using (var blank = Make(Options("views_blank", QueryTrackingBehavior.TrackAll)))
            script = $"-- {follower} revision {group.Revision}\n{blank.Database.GenerateCreateScript()}";
        Schema = "views_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..8];
        reading = Options(Schema, QueryTrackingBehavior.NoTracking);
        writing = Options(Schema, QueryTrackingBehavior.TrackAll);
    }

    public string Schema { get; }

    /// <summary>A context to read with; the tables are there.</summary>
    public TContext CreateDbContext()
    {
        Prepare();
        return Make(reading);
    }

    /// <summary>A context that tracks, for the projection.</summary>
    internal TContext CreateWriter()
    {
        Prepare();
        return Make(writing);
    }

    /// <summary>Makes the tables if they are missing, one process at a time.</summary>
    internal void Prepare()
    {
        if (prepared) return;
        lock (gate)
        {
            if (!prepared) Make(dropFirst: false);
            prepared = true;
        }
    }

    /// <summary>Drops every table and makes them anew, empty, in one transaction.</summary>
    internal void Remake()
    {
        Prepare();
        Make(dropFirst: true);
    }

    private void Make(bool dropFirst)
    {
        using var context = Make(writing);
        if (options.Kind == StorageKind.Sqlite) Directory.CreateDirectory(options.DataFolder);
        using var transaction = context.Database.BeginTransaction();
        if (options.Kind == StorageKind.Postgres) ViewSchemas.Enter(context.Database, Schema);
        if (Exists(context))
        {
            if (!dropFirst)
            {
                ViewSchemas.Touch(context.Database);
                transaction.Commit();
                return;
            }

            ViewSchemas.Clear(context.Database, Schema);
        }

        ViewSchemas.Run(context.Database, script);
        context.Add(new ViewCheckpoint { Name = follower, Pos = 0, UsedAt = DateTimeOffset.UnixEpoch });
        context.SaveChanges();
        ViewSchemas.Touch(context.Database);
        transaction.Commit();
    }

    private bool Exists(TContext context) => context.Database.IsNpgsql()
        ? context.Database.SqlQuery<bool>(
            $"select to_regclass({Schema + ".checkpoint"}) is not null as \"Value\"").Single()
        : context.Database.SqlQuery<long>(
            $"select count(*) as \"Value\" from sqlite_master where name = 'checkpoint'").Single() > 0;

    private DbContextOptions<TContext> Options(string schema, QueryTrackingBehavior tracking)
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        builder.UseStore(options, schema).UseQueryTrackingBehavior(tracking);
        return builder.Options;
    }

    private static TContext Make(DbContextOptions<TContext> options) =>
        (TContext)Activator.CreateInstance(typeof(TContext), options)!;
}
