using IpMarket.Domain.Kernel;
using IpMarket.Domain.Parties.Identities;
using IpMarket.Domain.Parties.Onboarding;
using IpMarket.Server.Endpoints.Kernel;

namespace IpMarket.Server.Endpoints.Parties.Onboarding;

/// <summary>
/// Who the party is and to whom it belongs: numbers are checked here, names of persons go into the vault.
/// </summary>
internal static class PartyIdentities
{
    public static async Task<Answer<Written>> Describe(
        string id, IdentityForm body, Call call, PartyDesk desk, CancellationToken cancel)
    {
        var name = CleanText.Line("name", body.Name);
        if (name.Refusal is { } unclean) return unclean;
        var code = PartyNumbers.CreditCode(body.CreditCode);
        if (code.Refusal is { } noCode) return noCode;
        var number = PartyNumbers.IdNumber(body.IdNumber);
        if (number.Refusal is { } noNumber) return noNumber;
        var legal = body.LegalRepresentative is null
            ? new Outcome<string>()
            : CleanText.Line("legalRepresentative", body.LegalRepresentative);
        if (legal.Refusal is { } noName) return noName;
        var seen = await desk.See(id, call.Caller);
        if (seen.Refusal is { } unseen) return unseen;

        var isPerson = seen.Value.State.IsNaturalPerson;
        var texts = new List<PersonalText>();
        if (isPerson) texts.Add(new PersonalText("name", name.Value));
        if (number.Value is { } given) texts.Add(new PersonalText("id-number", given.Reveal()));
        if (body.LegalRepresentative is not null)
            texts.Add(new PersonalText("legal-representative", legal.Value, Person: true));
        return Written.Of(await desk.Act<DescribeParty>(
            id, call, texts,
            async (party, refs) =>
            {
                if (body.LicenceSha256 is { } scan && !await desk.HasScan(id, scan, cancel))
                    return Refusal.Of(PartyInputRefusal.ScanUnknown);
                var identity = new PartyIdentity(
                    isPerson ? null : name.Value,
                    refs.Find("name"),
                    code.Value?.Value,
                    refs.Find("id-number"),
                    number.Value is { } known ? await desk.StreamOf(known, cancel) : null,
                    refs.Find("legal-representative"),
                    body.LicenceSha256);
                var same = await Same(desk, party.Identity, texts, cancel);
                return new DescribeParty(identity, [.. body.Kinds], same);
            },
            PartyFormDecider.Decide, desk.Form(id).Describe, cancel));
    }

    public static async Task<Answer<Written>> DeclareAffiliates(
        string id, AffiliatesForm body, Call call, PartyDesk desk, CancellationToken cancel)
    {
        var texts = new List<PersonalText>();
        var found = new List<(AffiliateForm Form, string? Name, string? Text, string Stream)>();
        foreach (var affiliate in body.Affiliates.Take(Party.AffiliatesMax + 1))
        {
            var name = CleanText.Line("name", affiliate.Name);
            if (name.Refusal is { } unclean) return unclean;
            if (affiliate.CreditCode is null == affiliate.IdNumber is null)
                return Refusal.Of(PartyInputRefusal.AffiliateNotIdentified);
            var code = PartyNumbers.CreditCode(affiliate.CreditCode);
            if (code.Refusal is { } noCode) return noCode;
            var number = PartyNumbers.IdNumber(affiliate.IdNumber);
            if (number.Refusal is { } noNumber) return noNumber;
            if (number.Value is { } person)
            {
                var kind = $"affiliate-{found.Count + 1}";
                texts.Add(new PersonalText(kind, name.Value, Person: true));
                found.Add((affiliate, null, kind, await desk.StreamOf(person, cancel)));
            }
            else
            {
                found.Add((affiliate, name.Value, null, code.Value!.Value.Stream));
            }
        }

        return Written.Of(await desk.Act(
            id, call, texts,
            (_, refs) => Task.FromResult<Outcome<DeclareAffiliates>>(new DeclareAffiliates(
                [
                    .. found.Select(one => new Affiliate(
                        one.Form.Relation, one.Name, one.Text is null ? null : refs[one.Text], one.Stream)),
                ])),
            PartyFormDecider.Decide, desk.Form(id).DeclareAffiliates, cancel));
    }

    /// <summary>Whether the personal part says what stood there.</summary>
    private static async Task<bool> Same(
        PartyDesk desk, PartyIdentity before, IReadOnlyList<PersonalText> texts, CancellationToken cancel)
    {
        string? Given(string kind) => texts.FirstOrDefault(text => text.Kind == kind)?.Text;
        return Given("name") == await desk.Records.Read(before.PersonName, cancel)
            && Given("id-number") == await desk.Records.Read(before.IdNumber, cancel)
            && Given("legal-representative") == await desk.Records.Read(before.LegalRepresentative, cancel);
    }
}
