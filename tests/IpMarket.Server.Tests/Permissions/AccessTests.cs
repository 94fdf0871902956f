using System.Text;
using IpMarket.Domain.Parties;
using IpMarket.Server.Tests.Inputs;
using IpMarket.Server.Tests.Trading;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.Permissions;

/// <summary>R17: everybody × every route and hub method × his own, another's and no resource.</summary>
[Collection(OneInputMarket.Name)]
public sealed class AccessTests(InputMarket market)
{
    private const string Unknown = "00000000000000000000000000";

    [Fact]
    public async Task Every_route_has_its_row_and_every_row_its_route() => Assert.Equal(
        (await market.Discover()).Select(route => route.Name).Order(StringComparer.Ordinal),
        AccessTable.Named.Order(StringComparer.Ordinal));

    [Fact]
    [Trait("Fault", "R17")]
    public async Task Who_may_call_a_route_is_who_the_table_says()
    {
        var made = await market.Furnish();
        var people = await People(made);
        var wrong = new List<string>();
        var asked = 0;
        foreach (var route in (await market.Discover()).Where(IsInTable))
        {
            // Those who may not come first: they must leave the resource as it is for those who may.
            foreach (var caller in AccessTable.Callers.OrderBy(word => AccessTable.May(route.Name, word)))
            {
                var (status, text) = await Send(people[caller], route, made);
                asked++;
                if (AccessTable.Fault(route.Name, caller, status) is { } fault)
                    wrong.Add($"{route.Name} by {caller}: {fault} {text}");
                if (caller != AccessTable.Owner) wrong.AddRange(Leaks(route, caller, made, text));
                if (status < 300 && Surroundings.IsUsedUpBy(route))
                    people = await People(made = await market.Furnish());
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{asked} requests");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_is_not_there_is_given_to_nobody()
    {
        var made = await market.Furnish();
        var people = await People(made);
        var wrong = new List<string>();
        foreach (var route in (await market.Discover()).Where(route => IsInTable(route) && route.InPath.Count > 0))
        {
            foreach (var caller in AccessTable.Callers)
            {
                var (status, text) = await Send(people[caller], route, made, nowhere: true);
                if (status is < 400 or >= 500) wrong.Add($"{route.Name} by {caller}: {status} {text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Who_may_call_the_hub_is_who_the_table_says()
    {
        var made = await market.Furnish();
        var people = await People(made);
        foreach (var caller in AccessTable.Callers)
        {
            var person = people[caller];
            await using var line = await HubClient.Connect(market, person);
            await line.Join(made.Auction);
            await line.Call("Leave", made.Auction);
            await line.Refused("UNKNOWN_AUCTION", "Join", "auction:" + Unknown);
            var answer = (await line.Bid(made.Auction, 10_000)).GetProperty("problem");
            var status = answer.GetProperty("status").GetInt32();
            Assert.True(
                AccessTable.Fault("placeBid", caller, status) is null, $"PlaceBid by {caller}: {answer.GetRawText()}");
        }
    }

    private static bool IsInTable(ApiRoute route) =>
        !AccessTable.AskedForPassword.Contains(route.Name, StringComparer.Ordinal);

    /// <summary>
    /// What nobody but the owner and the centre reads in any answer. Who sells is public with his lot, by his stream.
    /// </summary>
    private static IEnumerable<string> Leaks(ApiRoute route, string caller, Surroundings made, string text)
    {
        if (Enum.TryParse<CentreRole>(caller, out _)) yield break;
        var owner = made.Owner;
        (string What, string Text)[] secrets =
        [
            ("party", route.Name is "getAuction" or "getAuctionEvents" or "getAuctionBundle" ? "\0" : owner.Id),
            ("user", owner.Representative.User), ("mobile", owner.Mobile), ("mail", owner.Mail),
            ("account", owner.Account), ("address", owner.Representative.Email), ("scan", made.Scan),
        ];
        foreach (var (what, secret) in secrets)
        {
            if (text.Contains(secret, StringComparison.Ordinal))
                yield return $"{route.Name} tells {caller} the {what}: {text}";
        }
    }

    private async Task<IReadOnlyDictionary<string, Person?>> People(Surroundings made)
    {
        var people = new Dictionary<string, Person?>(StringComparer.Ordinal)
        {
            [AccessTable.SignedOut] = null,
            [AccessTable.Nobody] = await market.Member("access-nobody"),
            [AccessTable.Unverified] = made.DraftParty.Representative,
            [AccessTable.Other] = (await market.Bystander()).Person,
            [AccessTable.Owner] = made.Seller.Person,
        };
        foreach (var role in Enum.GetValues<CentreRole>()) people[role.ToString()] = await market.Centre(role);
        return people;
    }

    private async Task<(int Status, string Text)> Send(
        Person? person, ApiRoute route, Surroundings made, bool nowhere = false)
    {
        using var anonymous = market.Anonymous();
        var path = route.At(name => nowhere ? Nothing(made.Path(route, name)) : made.Path(route, name));
        if (route.Name == "readDocument") path += "?party=" + made.Seller.Party;
        HttpContent? content = null;
        if (route.IsUpload) content = Upload(route, made.Seller.Party);
        if (route.Body is not null)
            content = new StringContent(
                Damages.Text(made.Body(route, market.Schemas)), Encoding.UTF8, "application/json");
        using var answer = await (person?.Client ?? anonymous).Command(new HttpMethod(route.Method), path, content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Nothing(string id) => id.Contains(':') ? id[..(id.IndexOf(':') + 1)] + Unknown
        : id.Length == 64 ? new string('0', 64) : "999999";

    private static MultipartFormDataContent Upload(ApiRoute route, string party)
    {
        var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Newcomers.Scan()), "file", "a.pdf" },
        };
        if (route.Name == "uploadDocument") form.Add(new StringContent(party), "party");
        if (route.Name == "addListingDocument") form.Add(new StringContent("Brochure"), "kind");
        return form;
    }
}
