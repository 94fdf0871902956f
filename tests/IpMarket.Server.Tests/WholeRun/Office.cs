using System.Text.Json;
using IpMarket.Domain.Parties;
using IpMarket.Server.Tests.Trading;
using IpMarket.Testing.Server;
using Xunit;

namespace IpMarket.Server.Tests.WholeRun;

/// <summary>The centre's people, brought in by the first administrator, and what they do at their desks.</summary>
internal sealed record Office(RunMarket Market, Person Handler, Person Reviewer, Person Cashier)
{
    private static int serials;

    /// <summary>The administrator invites, each sets a password; nobody gets a business role who gives them.</summary>
    public static async Task<Office> Open(RunMarket market)
    {
        var administrator = await market.SignIn(RunMarket.Administrator);
        await administrator.Client.Command($"/api/users/{administrator.User}/grant", new { role = "Handler" })
            .Refused(409, "ADMINISTRATOR_TAKES_NO_BUSINESS_ROLE");
        var people = new List<Person>();
        foreach (var role in new[] { CentreRole.Handler, CentreRole.Reviewer, CentreRole.Cashier })
        {
            var (email, displayName) = ($"{role}@centre.example".ToLowerInvariant(), $"示例{role}");
            var invited = await administrator.Client.Command("/api/users", new { email, displayName }).Ok();
            var (user, token) = (invited.GetProperty("user"), invited.GetProperty("setPasswordToken").GetString());
            var set = new { email, token, password = MarketServer.Password };
            using (var client = market.Anonymous())
            using (var answer = await Requests.Patiently(() => client.Post("/api/identity/set-password", set)))
                answer.EnsureSuccessStatusCode();
            await administrator.Client
                .Command($"/api/users/{user.GetProperty("id").GetString()}/grant", new { role = $"{role}" }).Ok();
            people.Add(await market.SignIn(email));
        }

        return new Office(market, people[0], people[1], people[2]);
    }

    /// <summary>Somebody registers, fills in the form of an organisation, and two officers verify it.</summary>
    public async Task<OnboardedParty> Onboard(string email, string name)
    {
        var person = await Market.Register(email, "示例经办人");
        var party = await person.Draft(new Applicant(name, Newcomers.NextCreditCode(), null, "法人" + name));
        await party.Post("submit");
        await Handler.Client.Command($"/api/parties/{party.Id}/handle").Ok();
        await Handler.Client.Command($"/api/parties/{party.Id}/verify").Refused(403, "ROLE_MISSING");
        await Reviewer.Client.Command($"/api/parties/{party.Id}/verify").Ok();
        Assert.Equal("Verified", (await party.Get()).GetProperty("status").GetString());
        return party;
    }

    /// <summary>Previews a file and applies it; the answer is the only patent's number.</summary>
    public async Task<string> Import(byte[] file)
    {
        var preview = await Catalogue.ImportClient.Upload(Handler.Client, file).Ok();
        var row = Assert.Single(await Catalogue.ImportClient.Rows(Handler.Client, preview));
        Assert.Equal("New", row.GetProperty("verdict").GetString());
        var applied = await Handler.Client
            .Command($"/api/imports/{preview.GetProperty("id").GetString()}/apply").Ok();
        Assert.Equal("Applied", applied.GetProperty("status").GetString());
        return row.GetProperty("number").GetString()!;
    }

    /// <summary>Two officers take a listing to the market.</summary>
    public async Task Publish(string listing)
    {
        await Handler.Client.HandleListing(listing).Ok();
        await Handler.Client.Command($"/api/listings/{listing}/publish").Refused(403, "NOT_ALLOWED");
        await Reviewer.Client.Command($"/api/listings/{listing}/publish").Ok();
    }

    /// <summary>Two officers announce what the seller proposed.</summary>
    public async Task Announce(string auction, object terms)
    {
        await Handler.Client.Command($"/api/auctions/{auction}/draft", new { profile = "online-bidding", terms }).Ok();
        await Reviewer.Client.Command($"/api/auctions/{auction}/publish").Ok();
    }

    /// <summary>Enters a line of the bank statement once it is awaited: this party's money, from its account.</summary>
    public async Task Receive(string auction, int enrolment, OnboardedParty payer, long fen)
    {
        await TradingMarket.AwaitDeposit(Cashier.Client, auction, enrolment);
        var receipt = new
        {
            bankSerial = NextSerial(), amount = TradingMarket.Fen(fen), valueTime = Market.Now, purpose = "保证金",
            payerName = payer.Applicant.Name, payerAccount = payer.Account, enrolment,
        };
        await Cashier.Client.Command($"/api/escrow/{TradingMarket.EscrowOf(auction)}/receipts", receipt).Ok();
    }

    /// <summary>Pays whatever is due back, and shows the case afterwards.</summary>
    public async Task<JsonElement> Refund(string auction)
    {
        var path = "/api/escrow/" + TradingMarket.EscrowOf(auction);
        foreach (var refund in (await Cashier.Client.Get(path).Ok()).GetProperty("refunds").EnumerateArray())
        {
            if (refund.GetProperty("paid").GetBoolean()) continue;
            var pay = new { bankSerial = NextSerial(), amount = refund.GetProperty("amount"), valueTime = Market.Now };
            await Cashier.Client.Command($"{path}/refunds/{refund.GetProperty("number").GetInt32()}/pay", pay).Ok();
        }

        return await Cashier.Client.Get(path).Ok();
    }

    private static string NextSerial() => $"RUN{Interlocked.Increment(ref serials):00000000}";
}
