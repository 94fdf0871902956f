using System.Globalization;
using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Kernel.Aggregates;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Grains.Parties;
using IpMarket.Server.Endpoints.Parties.Onboarding;

namespace IpMarket.Server.Demo;

/// <summary>Registers the invented parties and has the demo's officers verify them, as they would anybody.</summary>
public sealed class DemoParties(IGrainFactory grains, DemoSteps steps, PartyRecords records)
{
    private const string Bank = "示例银行示例支行";

    /// <summary>The account a party's money comes from; invented.</summary>
    public static string AccountOf(DemoParty party) =>
        "6200000000" + (DemoPeople.Parties.IndexOf(party) + 1).ToString("0000", CultureInfo.InvariantCulture);

    public async Task Onboard(DemoParty party, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(party);
        var stream = steps.PartyOf(party);
        var grain = grains.GetGrain<IPartyGrain>(stream);
        await Do(party, "register", context => grain.Register(context, new RegisterParty(false, party.Kinds)));
        await FillIn(party, stream, cancel);
        var onboarding = grains.GetGrain<IPartyOnboardingGrain>(stream);
        await Do(party, "submit", onboarding.Submit);
        if (!party.IsVerified) return;
        await DemoSteps.Do(
            steps.ActorOf(DemoPeople.Handler),
            Step(party, "handle"),
            context => onboarding.Handle(context, new HandleOnboarding(DemoSteps.Duty(DemoPeople.Handler))));
        await DemoSteps.Do(
            steps.ActorOf(DemoPeople.Reviewer),
            Step(party, "verify"),
            context => onboarding.Verify(context, new VerifyParty(DemoSteps.Duty(DemoPeople.Reviewer))));
    }

    private async Task FillIn(DemoParty party, string stream, CancellationToken cancel)
    {
        var form = grains.GetGrain<IPartyFormGrain>(stream);
        var representative = await Keep(party, stream, "describe", "legal-representative", "示例法定代表人", cancel);
        var licence = await records.KeepScan(stream, DemoPaper.Pdf($"EXAMPLE LICENCE {CodeOf(party)}"), cancel);
        var identity = PartyIdentity.Blank with
        {
            Name = party.Name,
            CreditCode = CodeOf(party),
            LegalRepresentative = representative,
            LicenceSha256 = licence.Value,
        };
        await Do(party, "describe", context => form.Describe(context, new DescribeParty(identity, party.Kinds, false)));
        // A number of the range kept for films and examples.
        var mobile = await Keep(party, stream, "contacts", "mobile", "+12025550100", cancel);
        await Do(party, "contacts", context => form.SetContacts(context, new SetContacts(mobile, null)));
        var number = await Keep(party, stream, "account", "account", AccountOf(party), cancel);
        await Do(
            party,
            "account",
            context => form.SetBankAccount(context, new SetBankAccount(new PartyAccount(number, Bank), true, false)));
        var details = JsonSerializer.Serialize(new InvoiceDetails("示例地址", null, null));
        var invoice = await Keep(party, stream, "invoice", "invoice", details, cancel);
        await Do(
            party,
            "invoice",
            context => form.SetInvoiceData(context, new SetInvoiceData(new InvoiceData(InvoiceKind.General, invoice))));
        await Do(party, "affiliates", context => form.DeclareAffiliates(context, new DeclareAffiliates([])));
        var accepted = Agreements.Current.Select(text => new AcceptedAgreement(text.Name, text.Version));
        await Do(
            party, "agreements", context => form.AcceptAgreements(context, new AcceptAgreements([.. accepted])));
    }

    private Task Do(DemoParty party, string step, Func<CommandContext, Task<Outcome<Accepted>>> act) =>
        DemoSteps.Do(steps.ActorOf(party), Step(party, step), act);

    private async Task<PersonalRef> Keep(
        DemoParty party, string stream, string step, string kind, string text, CancellationToken cancel)
    {
        var kept = await records.Keep(
            stream, DemoIds.Of(Step(party, step)), kind, text, person: kind == "legal-representative", cancel);
        return kept.Refusal is { } refusal ? throw new DemoStepException(Step(party, step), refusal) : kept.Value;
    }

    private static string Step(DemoParty party, string step) => $"party-{party.Key}-{step}";

    /// <summary>A code of region 000000, which no register gives, with a valid check character.</summary>
    private static string CodeOf(DemoParty party)
    {
        var first = "91000000DEM"
            + (DemoPeople.Parties.IndexOf(party) + 1).ToString("000000", CultureInfo.InvariantCulture);
        return first + CreditCode.CheckCharacter(first);
    }
}
