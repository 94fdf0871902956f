using IpMarket.Adapters.Storage.State;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Server.Endpoints.Kernel;
using Microsoft.AspNetCore.Identity;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>Who acts for a party; a representative names and removes them.</summary>
public static class PartyMemberEndpoints
{
    public static void MapPartyMembers(this IEndpointRouteBuilder routes)
    {
        var members = routes.MapGroup("/api/parties/{id:stream(party)}/members").WithTags("Parties");
        members.MapPost("", Add).WithName("addMember").ForSignedIn().Writes();
        members.MapPost("/accept", Accept).WithName("acceptMembership").ForSignedIn().Writes();
        members.MapDelete("/{user:stream(user)}", Remove).WithName("removeMember").ForSignedIn().Writes();
    }

    private static async Task<Answer<Written>> Add(
        string id,
        MemberForm body,
        Call call,
        PartyDesk desk,
        UserManager<MarketUser> accounts,
        CancellationToken cancel)
    {
        var name = CleanText.Line("name", body.Name);
        if (name.Refusal is { } refusal) return refusal;
        var account = await accounts.FindByEmailAsync(body.Email);
        var answer = await desk.Act<AddMember>(
            id, call, [new PersonalText("member", name.Value, Person: true)],
            async (party, refs) =>
            {
                if (!party.IsRepresentative(call.Caller.User)) return Refusal.Of(PartyRefusal.RepresentativesOnly);
                if (account is null) return Refusal.Of(PartyInputRefusal.AccountUnknown);
                if ((await desk.User(account.Id).Read()).State.IsOfTheCentre)
                    return Refusal.Of(PartyInputRefusal.OfTheCentre);
                var power = await Power(id, body, desk, cancel);
                if (power.Refusal is { } noScan) return noScan;
                return new AddMember(new PartyMember(account.Id, body.Role, refs["member"], power.Value));
            },
            PartyFormDecider.Decide, desk.Form(id).AddMember, cancel);
        if (answer.IsAccepted && account is not null) await desk.Forget(answer.Value.Pos, cancel, account.Id);
        return Written.Of(answer);
    }

    /// <summary>By who was named: he sees nothing of the party before, so its desk is not asked.</summary>
    private static async Task<Answer<Written>> Accept(
        string id, Call call, PartyDesk desk, CancellationToken cancel)
    {
        var user = call.Caller.User;
        if ((await desk.User(user).Read()).State.IsOfTheCentre) return Refusal.Of(PartyInputRefusal.OfTheCentre);
        var context = call.Context with { Actor = new Actor(user) };
        var answer = await desk.Form(id).AcceptMembership(context, new AcceptMembership());
        if (answer.IsAccepted) await desk.Forget(answer.Value.Pos, cancel, user);
        return Written.Of(answer);
    }

    private static async Task<Answer<Written>> Remove(
        string id, string user, Call call, PartyDesk desk, CancellationToken cancel)
    {
        var answer = await desk.Act(
            id, call, [],
            (_, _) => Task.FromResult<Outcome<RemoveMember>>(new RemoveMember(user)),
            PartyFormDecider.Decide, desk.Form(id).RemoveMember, cancel);
        if (answer.IsAccepted) await desk.Forget(answer.Value.Pos, cancel, user);
        return Written.Of(answer);
    }

    /// <summary>An agent's power of attorney; whether it is in force is the rule's question.</summary>
    private static async Task<Outcome<PowerOfAttorney?>> Power(
        string id, MemberForm body, PartyDesk desk, CancellationToken cancel)
    {
        if (body.Role != MemberRole.Agent || body.PowerSha256 is not { } scan || body.ExpiresAt is not { } expires)
            return new Outcome<PowerOfAttorney?>();
        return await desk.HasScan(id, scan, cancel)
            ? new PowerOfAttorney(scan, expires)
            : Refusal.Of(PartyInputRefusal.ScanUnknown);
    }
}
