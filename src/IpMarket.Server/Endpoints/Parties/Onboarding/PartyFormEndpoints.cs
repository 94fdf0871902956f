using System.Text.Json;
using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>The party fills in its form; who it is and to whom it belongs stands beside.</summary>
public static class PartyFormEndpoints
{
    public static void MapPartyForm(this IEndpointRouteBuilder routes)
    {
        var form = routes.MapGroup("/api/parties/{id:stream(party)}").WithTags("Parties");
        form.MapPut("/identity", PartyIdentities.Describe).WithName("describeParty").ForSignedIn().Writes();
        form.MapPut("/affiliates", PartyIdentities.DeclareAffiliates).WithName("declareAffiliates").ForSignedIn()
            .Writes();
        form.MapPut("/contacts", SetContacts).WithName("setContacts").ForSignedIn().Writes();
        form.MapPut("/bank-account", SetBankAccount).WithName("setBankAccount").ForSignedIn().Writes();
        form.MapPut("/invoice-data", SetInvoiceData).WithName("setInvoiceData").ForSignedIn().Writes();
        form.MapPut("/facts", DeclareFacts).WithName("declareFacts").ForSignedIn().Writes();
        form.MapPut("/agreements", AcceptAgreements).WithName("acceptAgreements").ForSignedIn().Writes();
    }

    private static async Task<Answer<Written>> SetContacts(
        string id, ContactsForm body, Call call, PartyDesk desk, CancellationToken cancel)
    {
        if (!ContactFormats.TryMobile(body.Mobile, out var mobile)) return Refusal.Of(PartyInputRefusal.MobileInvalid);
        var mail = "";
        if (body.Mail is not null && !ContactFormats.TryMail(body.Mail, out mail))
            return Refusal.Of(PartyInputRefusal.MailInvalid);
        var texts = new List<PersonalText> { new("mobile", mobile) };
        if (mail.Length > 0) texts.Add(new PersonalText("mail", mail));
        return Written.Of(await desk.Act(
            id, call, texts,
            (_, refs) => Made(new SetContacts(refs["mobile"], refs.Find("mail"))),
            PartyFormDecider.Decide, desk.Form(id).SetContacts, cancel));
    }

    private static async Task<Answer<Written>> SetBankAccount(
        string id, BankAccountForm body, Call call, PartyDesk desk, CancellationToken cancel)
    {
        if (!ContactFormats.TryAccount(body.Number, out var number))
        {
            return Refusal.Of(
                PartyInputRefusal.AccountInvalid,
                ("min", ContactFormats.AccountDigitsMin), ("max", ContactFormats.AccountDigitsMax));
        }

        var bank = CleanText.Line("bank", body.Bank);
        if (bank.Refusal is { } refusal) return refusal;
        return Written.Of(await desk.Act<SetBankAccount>(
            id, call, [new PersonalText("account", number)],
            async (party, refs) =>
            {
                var name = party.Identity.Name ?? await desk.Records.Read(party.Identity.PersonName, cancel);
                var before = await desk.Records.Read(party.Account?.Number, cancel);
                return new SetBankAccount(
                    new PartyAccount(refs["account"], bank.Value),
                    Folding.SameName(body.Holder, name),
                    before == number);
            },
            PartyFormDecider.Decide, desk.Form(id).SetBankAccount, cancel));
    }

    private static async Task<Answer<Written>> SetInvoiceData(
        string id, InvoiceForm body, Call call, PartyDesk desk, CancellationToken cancel)
    {
        foreach (var (field, text) in new[] { ("address", body.Address), ("telephone", body.Telephone) })
            if (text is not null && CleanText.Line(field, text).Refusal is { } refusal) return refusal;
        if (body.Mail is not null && !ContactFormats.TryMail(body.Mail, out _))
            return Refusal.Of(PartyInputRefusal.MailInvalid);
        var details = JsonSerializer.Serialize(new InvoiceDetails(body.Address, body.Telephone, body.Mail));
        return Written.Of(await desk.Act(
            id, call, [new PersonalText("invoice", details)],
            (_, refs) => Made(new SetInvoiceData(new InvoiceData(body.Kind, refs["invoice"]))),
            PartyFormDecider.Decide, desk.Form(id).SetInvoiceData, cancel));
    }

    private static async Task<Answer<Written>> DeclareFacts(
        string id, FactsForm body, Call call, PartyDesk desk, CancellationToken cancel)
    {
        return Written.Of(await desk.Act<DeclareFacts>(
            id, call, [], Make, PartyFormDecider.Decide, desk.Form(id).DeclareFacts, cancel));

        async Task<Outcome<DeclareFacts>> Make(Party party, PersonalRefs refs)
        {
            foreach (var fact in body.Facts)
            {
                if (!await desk.HasScan(id, fact.EvidenceSha256, cancel))
                    return Refusal.Of(PartyInputRefusal.ScanUnknown);
            }

            return new DeclareFacts([.. body.Facts.Select(fact => new PartyFact(fact.Kind, fact.EvidenceSha256))]);
        }
    }

    private static async Task<Answer<Written>> AcceptAgreements(
        string id, AgreementsForm body, Call call, PartyDesk desk, CancellationToken cancel) =>
        Written.Of(await desk.Act(
            id, call, [],
            (_, _) => Made(new AcceptAgreements([.. body.Accepted.Select(Current)])),
            PartyFormDecider.Decide, desk.Form(id).AcceptAgreements, cancel));

    /// <summary>The version in force; an unknown name has none and is refused by the rule.</summary>
    private static AcceptedAgreement Current(string name) =>
        new(name, Agreements.Current.FirstOrDefault(agreement => agreement.Name == name)?.Version ?? "");

    private static Task<Outcome<TCommand>> Made<TCommand>(TCommand command) =>
        Task.FromResult<Outcome<TCommand>>(command);
}

/// <summary>What an invoice needs beside name and code; one row in the vault.</summary>
public sealed record InvoiceDetails(string? Address, string? Telephone, string? Mail);
