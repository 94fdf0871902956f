using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Domain.Parties.Users;
using IpMarket.Server.Identity;
using IpMarket.Testing.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace IpMarket.Testing.Trading;

/// <summary>Somebody who may bid: an account, and the verified party it acts for.</summary>
public sealed record SeededBidder(string User, string Party, string Email)
{
    public const string Password = "correct horse battery";

    public Actor Actor => new(User, Party);
}

/// <summary>
/// Bidders for faults and measurements, where how they came to be does not matter: real accounts, and verified parties
/// written straight into the journal. Everything that runs afterwards is the real thing.
/// </summary>
public static class SeededMarket
{
    public static async Task<IReadOnlyList<SeededBidder>> Bidders(IServiceProvider services, int count)
    {
        ArgumentNullException.ThrowIfNull(services);
        var journal = services.GetRequiredService<IJournal>();
        var now = services.GetRequiredService<IMarketClock>().Now;
        var bidders = new List<SeededBidder>(count);
        for (var i = 1; i <= count; i++)
        {
            var email = $"bidder-{i}@example.test";
            using var scope = services.CreateScope();
            var made = await scope.ServiceProvider.GetRequiredService<Accounts>().Create(
                new NewAccount(email, $"Bidder {i}", SeededBidder.Password, UserOrigin.SelfRegistered, []),
                Guid.NewGuid(),
                null,
                DutyHolder.None);
            var bidder = new SeededBidder(made.Value.Id, $"party:seeded{i}", email);
            await journal.Append(bidder.Party, now, [
                new PartyRegistered(false, [PartyKind.Enterprise]),
                new PartyDescribed(PartyIdentity.Blank with { Name = $"示例竞买企业 {i}" }, [PartyKind.Enterprise]),
                new MemberAdded(new PartyMember(bidder.User, MemberRole.Representative, null, null)),
                new PartyVerified(CentreRole.Reviewer, now.AddYears(1)),
            ]);
            bidders.Add(bidder);
        }

        return bidders;
    }
}
