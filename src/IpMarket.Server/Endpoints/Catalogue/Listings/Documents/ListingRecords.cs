using System.Text;
using IpMarket.Domain.Catalogue.Listings;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Catalogue;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Catalogue.Listings.Documents;

/// <summary>
/// The way of a seller's command that brings bytes or words for the vault: visible → allowed → kept under the seller's
/// key → grain. A command that would be refused leaves nothing in the vault; a repeat keeps nothing again.
/// </summary>
public sealed class ListingRecords(
    IGrainFactory grains, PartyRecords records, IJournal journal, ListingPresenter presenter)
{
    /// <param name="id">The listing.</param>
    /// <param name="call">Who calls.</param>
    /// <param name="command">The command, its references made with <see cref="RefOf"/>.</param>
    /// <param name="decide">The rule, asked beforehand.</param>
    /// <param name="keep">Puts into the vault what the command refers to, under the seller's key.</param>
    /// <param name="send">Hands it to the grain.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Outcome<Accepted>> Act<TCommand>(
        string id,
        Call call,
        TCommand command,
        Decide<Listing, TCommand> decide,
        Func<string, Task<Refusal?>> keep,
        Func<IListingPackGrain, TCommand, Task<Outcome<Accepted>>> send,
        CancellationToken cancel)
        where TCommand : ICommand
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(decide);
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(send);
        var found = await presenter.Find(id, call.Caller);
        if (found.Refusal is { } unseen) return unseen;
        var (_, version, listing) = found.Value;
        var refusal = call.Context.IfVersion is { } seen && seen != version
            ? Refusal.Of(KernelRefusal.VersionChanged, ("version", version))
            : decide(listing, command, call.Caller.Moment).Refusal;
        if (refusal is not null)
        {
            if ((await journal.ReadCommand(id, call.Context.CommandId, cancel)).Count == 0) return refusal;
        }
        else if (await keep(listing.Seller!) is { } full)
        {
            return full;
        }

        return await send(grains.GetGrain<IListingPackGrain>(id), command);
    }

    /// <summary>The party acted for, as the rules ask of it; null when for none.</summary>
    public async Task<PartyStanding?> Seller(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Caller.Party is { } party ? await grains.GetGrain<IPartyGrain>(party).Standing() : null;
    }

    /// <summary>Where words of this command will stand: with the party acted for, whose key seals them.</summary>
    public static PersonalRef RefOf(Call call, string kind)
    {
        ArgumentNullException.ThrowIfNull(call);
        return PartyRecords.RefOf(call.Caller.Party ?? "", call.Context.CommandId, kind, person: false);
    }

    /// <summary>Keeps words under the reference of <see cref="RefOf"/>.</summary>
    public async Task<Refusal?> KeepWords(
        string party, Call call, string kind, string text, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(call);
        return (await records.Keep(party, call.Context.CommandId, kind, text, person: false, cancel)).Refusal;
    }

    public Task<bool> KeepBytes(
        string party, string listing, string sha256, byte[] bytes, CancellationToken cancel) =>
        records.KeepDocument(party, listing, sha256, bytes, cancel);

    public Task<byte[]?> Bytes(string listing, string sha256, CancellationToken cancel) =>
        records.ReadDocument(listing, sha256, cancel);

    /// <summary>Kept words; empty where their party was erased.</summary>
    public async Task<string> Words(PersonalRef kept, CancellationToken cancel) =>
        await records.Read(kept, cancel) ?? "";

    /// <summary>SHA-256 of bytes, or of a text as UTF-8, as 64 hex.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    /// <inheritdoc cref="Sha256(ReadOnlySpan{byte})"/>
    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));
}
