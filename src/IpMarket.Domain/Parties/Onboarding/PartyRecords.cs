using System.Text;
using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Parties.Onboarding;

/// <summary>
/// Personal texts and scans of parties in the vault. A row is named after the command that brings it, so that a repeat
/// meets the same row and an event can hold its name; a row is never overwritten with something else.
/// </summary>
public sealed class PartyRecords(IVault vault)
{
    /// <summary>
    /// Keeps a text as the party's own, or, with <paramref name="person"/>, as that of one of its people, who gets a
    /// key of his own.
    /// </summary>
    /// <param name="party">The party's stream.</param>
    /// <param name="commandId">The command that will refer to it.</param>
    /// <param name="kind">Lower-case word and, where a command brings several, a number: <c>name</c>,
    /// <c>reason-2</c>.</param>
    /// <param name="text">What is kept.</param>
    /// <param name="person">True for the name of somebody other than the party.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Its reference; refused when the command has brought another text before.</returns>
    public async Task<Outcome<PersonalRef>> Keep(
        string party, Guid commandId, string kind, string text, bool person, CancellationToken cancel)
    {
        var kept = RefOf(party, commandId, kind, person);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (await vault.Get(kept.Row, cancel) is { } known)
            return known.AsSpan().SequenceEqual(bytes) ? kept : Refusal.Of(KernelRefusal.SameIdOtherRequest);
        await vault.Put(kept.Person, kept.Row, bytes, cancel);
        return kept;
    }

    /// <summary>The reference <see cref="Keep"/> gives, without keeping anything.</summary>
    public static PersonalRef RefOf(string party, Guid commandId, string kind, bool person)
    {
        var row = $"{party}/{kind}/{commandId:N}";
        return new PersonalRef(person ? row : party, row);
    }

    /// <summary>The text, or null when there is none or its person was erased.</summary>
    public async Task<string?> Read(PersonalRef? kept, CancellationToken cancel) =>
        kept is null || await vault.Get(kept.Row, cancel) is not { } bytes ? null : Encoding.UTF8.GetString(bytes);

    /// <summary>
    /// Keeps a scan under the party's key and returns its SHA-256 as 64 hex; the same bytes are kept once. Refused when
    /// the party has <see cref="Limits.ScansPerPartyMax"/> of them.
    /// </summary>
    public async Task<Outcome<string>> KeepScan(string party, byte[] bytes, CancellationToken cancel)
    {
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var row = ScanRow(party, sha256);
        if (await vault.Get(row, cancel) is not null) return sha256;
        if (await vault.Count(party, ScanRow(party, ""), cancel) >= Limits.ScansPerPartyMax)
            return Refusal.Of(PartyRefusal.TooManyScans, ("max", Limits.ScansPerPartyMax));
        await vault.Put(party, row, bytes, cancel);
        return sha256;
    }

    public Task<byte[]?> ReadScan(string party, string sha256, CancellationToken cancel) =>
        vault.Get(ScanRow(party, sha256), cancel);

    /// <summary>
    /// Keeps a document of one of the party's listings under the party's key; the same bytes are kept once.
    /// </summary>
    /// <returns>False when the listing has <see cref="Limits.ListingUploadsMax"/> of them already.</returns>
    public async Task<bool> KeepDocument(
        string party, string listing, string sha256, byte[] bytes, CancellationToken cancel)
    {
        var row = DocumentRow(listing, sha256);
        if (await vault.Get(row, cancel) is not null) return true;
        if (await vault.Count(party, DocumentRow(listing, ""), cancel) >= Limits.ListingUploadsMax) return false;
        await vault.Put(party, row, bytes, cancel);
        return true;
    }

    /// <summary>A listing's document, or null when it never was or its party was erased.</summary>
    public Task<byte[]?> ReadDocument(string listing, string sha256, CancellationToken cancel) =>
        vault.Get(DocumentRow(listing, sha256), cancel);

    private static string DocumentRow(string listing, string sha256) => $"{listing}/document/{sha256}";

    private static string ScanRow(string party, string sha256) => $"{party}/scan/{sha256}";
}
