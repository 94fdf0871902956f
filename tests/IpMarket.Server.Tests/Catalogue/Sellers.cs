using System.Text.Json;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Testing;
using IpMarket.Testing.Server;

namespace IpMarket.Server.Tests.Catalogue;

/// <summary>Verified parties, and patents and listings made over HTTP.</summary>
internal static class Sellers
{
    private static int serial;

    /// <summary>A verified organisation of this name with somebody signed in who acts for it.</summary>
    public static async Task<Seller> Seller(this MarketServer server, string name)
    {
        var party = await server.VerifiedOrganisation(name);
        await IsMember(party);
        return new Seller(party, name);
    }

    /// <summary>As <see cref="Seller(MarketServer, string)"/>, verified with a fact it gave evidence of.</summary>
    public static async Task<Seller> Seller(this MarketServer server, string name, PartyFactKind fact)
    {
        var party = await server.DraftOrganisation(name);
        var scan = await party.Representative.Client.Upload(party.Id, Newcomers.Scan()).Ok();
        await party.Put("facts", new
        {
            facts = new[] { new { kind = $"{fact}", evidenceSha256 = scan.GetProperty("sha256").GetString() } },
        });
        await party.Post("submit");
        await server.Verify(party.Id);
        await IsMember(party);
        return new Seller(party, name);
    }

    private static Task IsMember(OnboardedParty party) => Wait.Until(
        async () =>
            (await party.Representative.Client.Get("/api/me").Ok()).GetProperty("party").GetString() == party.Id,
        "the membership");

    /// <summary>An application number nobody else of this run has, as printed.</summary>
    public static string NewNumber() =>
        ApplicationNumber.OfDigits($"20221{Interlocked.Increment(ref serial):0000000}")!.Value.ToString();

    /// <summary>A patent's form with nothing in it but the number.</summary>
    public static Dictionary<string, object?> Form(string number) => new(StringComparer.Ordinal)
    {
        ["number"] = number,
        ["titleZh"] = null,
        ["titleEn"] = null,
        ["applicants"] = Sellers.Texts(),
        ["inventors"] = Sellers.Texts(),
        ["ipc"] = Sellers.Texts(),
        ["filingDate"] = null,
        ["publications"] = Array.Empty<object>(),
        ["legalStatus"] = null,
        ["source"] = "登记簿副本",
    };

    public static Dictionary<string, object?> With(this Dictionary<string, object?> form, string member, object? value)
    {
        form[member] = value;
        return form;
    }

    public static string[] Texts(params string[] texts) => texts;

    public static object Offer(long? fen = 8_800_000) => new
    {
        askingPrice = fen is { } amount ? new { fen = amount, currency = "CNY" } : null,
        description = "含全部技术资料",
        terms = "一次性付清",
    };
}

/// <summary>Somebody who acts for a verified party.</summary>
internal sealed record Seller(OnboardedParty Onboarded, string Name)
{
    public Person Person => Onboarded.Representative;

    public string Party => Onboarded.Id;

    public HttpClient Client => Person.Client;

    /// <summary>Enters a new patent of which this party is the only holder; the answer is its number.</summary>
    public async Task<string> Enter(string title = "一种提钒方法")
    {
        var number = Sellers.NewNumber();
        await Client.Command(
            "/api/patents", Sellers.Form(number).With("titleZh", title).With("applicants", Sellers.Texts(Name))).Ok();
        return number;
    }

    /// <summary>Drafts a listing; the answer is its id.</summary>
    public async Task<string> Draft(string patent, object? offer = null)
    {
        var written = await Client.Command("/api/listings", new { patent, offer = offer ?? Sellers.Offer() }).Ok();
        return written.GetProperty("id").GetString()!;
    }

    /// <summary>Submits it with all the papers it owes.</summary>
    public async Task<HttpResponseMessage> Submit(string listing, Guid? id = null, params string[] coHolders)
    {
        await Client.BringTitlePack(listing);
        return await Client.Command($"/api/listings/{listing}/submit", new { coHolders }, id);
    }

    public Task<JsonElement> Read(string listing) => Client.Get($"/api/listings/{listing}").Ok();

    /// <summary>A listing of a patent of his own that waits for the handler.</summary>
    public async Task<string> Submitted(string? patent = null, object? offer = null)
    {
        var listing = await Draft(patent ?? await Enter(), offer);
        await Submit(listing).Ok();
        return listing;
    }
}
