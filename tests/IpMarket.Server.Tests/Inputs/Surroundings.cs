using System.Text.Json.Nodes;
using IpMarket.Domain.Catalogue.Patents.Numbers;
using IpMarket.Server.Tests.Catalogue;
using IpMarket.Testing.Server;

namespace IpMarket.Server.Tests.Inputs;

/// <summary>What the ids of a request name: real things, made anew when a request has used them up.</summary>
internal sealed record Surroundings
{
    public required Seller Seller { get; init; }

    public required OnboardedParty DraftParty { get; init; }

    /// <summary>An account that may be disabled.</summary>
    public required Person Victim { get; init; }

    public required string Scan { get; init; }

    public required string Patent { get; init; }

    public required string Listing { get; init; }

    public required string Listed { get; init; }

    public required string Auction { get; init; }

    public required string Import { get; init; }

    public required string Paper { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>As the matrix of who may what calls him: whose the things are that the ids name.</summary>
    public OnboardedParty Owner => Seller.Onboarded;

    /// <summary>After these, once accepted, what the ids name takes little more.</summary>
    public static bool IsUsedUpBy(ApiRoute route) => route.Name
        is "closeParty" or "eraseParty" or "suspendParty" or "cancelAuction" or "suspendAuction" or "withdrawListing"
        or "handleListing" or "publishListing" or "returnListing" or "disableUser";

    /// <summary>What a parameter of a path names. One that is not known here fails: name it.</summary>
    public string Path(ApiRoute route, string parameter) => (route.Template.Split('/')[2], parameter) switch
    {
        ("parties", "id") => route.Name is "submitParty" ? DraftParty.Id : Seller.Party,
        ("parties", "user") => Victim.User,
        ("users", "id") => Victim.User,
        ("listings", "id") => route.Name is "fileIntent" or "withdrawIntent" ? Listed : Listing,
        ("listings", "document") => "1",
        ("listings", "patent") => PatentNumber.Parse(Patent).Value.Stream,
        ("auctions", "id") => Auction,
        ("escrow", "id") => "escrow:" + Auction["auction:".Length..],
        ("imports", "id") => Import,
        ("patents", "number") => Patent,
        ("patents", "fact") => "1",
        ("patents", "item") => "1",
        ("papers", "number") => Paper,
        ("documents", "sha256") => Scan,
        ("approval-routes", "kind") => "Listing",
        ("approval-routes", "id") => "SGFuZGxlcg",
        ("auctions" or "escrow", "number") => "1",
        ("auctions", "bidder") => "1",
        ("auctions", "version") => "2",
        ("saved-searches", "search") => "1",
        ("rule-profiles", "code") => "online-bidding",
        ("rule-profiles", "version") => "1",
        _ => throw new InvalidOperationException($"What does {parameter} of {route} name? Say it in Surroundings."),
    };

    /// <summary>What a member of a body holds when it is right; null: any value of its kind will do.</summary>
    public JsonNode? Member(ApiRoute route, string name) => name switch
    {
        "patent" => Patent,
        "listing" => Listed,
        "profile" => "demo-online-bidding",
        "number" => route.Name switch
        {
            "setBankAccount" => "6222000000000000",
            _ => Sellers.NewNumber(),
        },
        "publications" => new JsonArray(new JsonObject { ["number"] = "CN105734999B", ["date"] = "2016-07-06" }),
        "email" => route.Name == "addMember" ? Victim.Email : $"new{Guid.NewGuid():N}@example.test",
        "holderEmail" or "deputyEmail" => Victim.Email,
        "password" => MarketServer.Password,
        "creditCode" => Newcomers.NextCreditCode(),
        "idNumber" => Newcomers.NextIdNumber(),
        "mail" => "mail@example.test",
        "mobile" => "13900000000",
        "licenceSha256" or "evidenceSha256" or "powerSha256" => Scan,
        "holder" when route.Name is "saveSearch" => new JsonArray(Seller.Name),
        "holder" => Seller.Name,
        "holders" when route.Template.Contains("/auctions", StringComparison.Ordinal) =>
            new JsonArray(new JsonObject { ["name"] = "公证处", ["key"] = "04" }),
        "holders" => new JsonArray(Seller.Name),
        "terms" when route.Name is "setSynonyms" => new JsonArray("钒", "vanadium"),
        "ipc" => new JsonArray("C22B34/22"),
        "filingDate" or "date" or "seenOn" or "on" or "paidOn" or "receivedOn" or "concludedOn" => "2020-01-02",
        "code" => "TG01",
        "termEndsOn" => "2041-01-01",
        "basisPoints" => 10_000,
        "until" when route.Name is "recordOwnership" || route.Name.Contains("Listing", StringComparison.Ordinal) =>
            "2030-01-01",
        "year" when route.Name is "saveSearch" => new JsonArray(2012),
        "year" or "fromYear" or "toYear" => 5,
        "percent" => 85,
        "workingDays" => 5,
        "notice" => 1,
        "upTo" => 1,
        "stepTable" => JsonNode.Parse(
            """
            {"kind":"Fixed","permille":0,"roundTo":null,
            "tiers":[{"from":{"fen":0,"currency":"CNY"},"step":{"fen":10000,"currency":"CNY"}}]}
            """),
        "from" or "until" when route.Name is "proposeAuction" or "proposeAuctionAgain" or "draftAuction" =>
            "2030-01-01",
        "opensAt" or "from" => Instant(1),
        "closesAt" or "until" or "expiresAt" => Instant(2),
        "valueTime" => Instant(-1),
        "fen" => 10_000,
        "softCloseSeconds" => 2,
        "bankSerial" => $"CCB{Random.Shared.Next():00000000}",
        "currency" => "CNY",
        _ => null,
    };

    /// <summary>A body of the route that is right in every member.</summary>
    public JsonNode Body(ApiRoute route, Schemas schemas) =>
        schemas.Sound("body", route.Body!, name => Member(route, name))!;

    private string Instant(int hours) => Now.AddHours(hours).UtcDateTime.ToString("O");
}
