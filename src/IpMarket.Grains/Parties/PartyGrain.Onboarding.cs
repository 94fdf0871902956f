using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Kernel.Journal;
using IpMarket.Domain.Parties;
using IpMarket.Domain.Parties.Approvals;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;

namespace IpMarket.Grains.Parties;

public sealed partial class PartyGrain
{
    /// <summary>
    /// Held while an identity is claimed for a submission or given back, so that none is given back under a submission
    /// that has just claimed it.
    /// </summary>
    private readonly SemaphoreSlim claims = new(1, 1);

    public async Task<Outcome<Accepted>> Submit(CommandContext context)
    {
        await claims.WaitAsync();
        try
        {
            var route = await Route();
            var claim = await IsOpen(context, route) ? Now.Identity.ClaimStream : null;
            if (claim is not null && await ClaimFor(context, claim) is { } taken) return taken;
            var answer = await Handle(context, new SubmitParty(route, claim), PartyOnboardingDecider.Decide);
            if (claim is not null && answer.Refusal is { Status: < 500 } && Now.ClaimedStream != claim)
                await GiveBack(context, claim);
            return answer;
        }
        finally
        {
            claims.Release();
        }
    }

    public async Task<Refusal?> ReleaseClaim(CommandContext context, string stream)
    {
        await claims.WaitAsync();
        try
        {
            var goesByIt = Now.Status != OnboardingStatus.Closed && Now.ClaimedStream == stream;
            return goesByIt ? null : await GiveBack(context, stream);
        }
        finally
        {
            claims.Release();
        }
    }

    public Task<Outcome<Accepted>> Handle(CommandContext context, HandleOnboarding command) =>
        Handle(context, command, PartyOnboardingDecider.Decide);

    public Task<Outcome<Accepted>> Verify(CommandContext context, VerifyParty command) =>
        Handle(context, command, PartyOnboardingDecider.Decide);

    public Task<Outcome<Accepted>> Return(CommandContext context, ReturnOnboarding command) =>
        Handle(context, command, PartyOnboardingDecider.Decide);

    public Task<Outcome<Accepted>> Suspend(CommandContext context, SuspendParty command) =>
        Handle(context, command, PartyOnboardingDecider.Decide);

    public Task<Outcome<Accepted>> Reinstate(CommandContext context, ReinstateParty command) =>
        Handle(context, command, PartyOnboardingDecider.Decide);

    public Task<Outcome<Accepted>> Expire(CommandContext context, ExpireVerification command) =>
        Handle(context, command, PartyOnboardingDecider.Decide);

    public Task<Outcome<Accepted>> Close(CommandContext context, CloseParty command) =>
        Handle(context, command, PartyOnboardingDecider.Decide);

    public Task<Outcome<Accepted>> Erase(CommandContext context, ErasePersonalData command) =>
        Handle(context, command, PartyOnboardingDecider.Decide);

    private async Task<ApprovalRoute> Route()
    {
        var routes = await GrainFactory.GetGrain<IApprovalRoutesGrain>(ApprovalRoutes.Stream).Get();
        return routes.State.For(DocumentKind.Onboarding);
    }

    /// <summary>
    /// Whether the submission is new and would go through with its identity; a repeat or a hopeless one claims nothing.
    /// </summary>
    private async Task<bool> IsOpen(CommandContext context, ApprovalRoute route)
    {
        if (context.IfVersion is { } seen && seen != Confirmed.Version) return false;
        var moment = new Moment(Services.Clock.Now, context.Actor);
        var wish = new SubmitParty(route, Now.Identity.ClaimStream);
        if (!PartyOnboardingDecider.Decide(Now, wish, moment).IsAccepted) return false;
        var stored = await Services.Journal.ReadCommand(Confirmed.Stream, context.CommandId, CancellationToken.None);
        return stored.Count == 0;
    }

    private async Task<Refusal?> ClaimFor(CommandContext context, string stream) =>
        await Claim(stream).Holder() == Confirmed.Stream
            ? null
            : (await Claim(stream).Claim(
                Step(context, "claim " + stream), new ClaimIdentity(Confirmed.Stream))).Refusal;

    private async Task<Refusal?> GiveBack(CommandContext context, string stream)
    {
        var answer = await Claim(stream).Release(
            Step(context, "release " + stream), new ReleaseIdentity(Confirmed.Stream));
        return answer.Refusal?.Is(IdentityClaimRefusal.IdentityNotHeld) == true ? null : answer.Refusal;
    }

    private static CommandContext Step(CommandContext context, string step) =>
        new(CommandIds.Step(context.CommandId, step), context.Actor);
}
