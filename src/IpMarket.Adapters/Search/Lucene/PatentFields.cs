using System.Text.Json;
using IpMarket.Domain.Catalogue.Search;
using IpMarket.Domain.Catalogue.Technology;
using IpMarket.Domain.Kernel.Journal;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace IpMarket.Adapters.Search.Lucene;

/// <summary>
/// The fields of the index, and a catalogue document as fields and back. <see cref="Shape"/> changes with anything
/// here or in the tokenizer; an index of another shape is filled anew.
/// </summary>
internal static class PatentFields
{
    public const string Shape = "catalogue/4";

    public const string Patent = "patent";
    public const string Number = "number";
    public const string Title = "title";
    public const string Abstract = "abstract";
    public const string Applicants = "applicants";
    public const string Inventors = "inventors";

    /// <summary>How Chinese titles and names sound.</summary>
    public const string Sounds = "sounds";

    /// <summary>First letters of how they sound.</summary>
    public const string Initials = "initials";

    public const string Ipc = "ipc";
    public const string Type = "type";
    public const string Status = "status";
    public const string Price = "price";
    public const string Day = "day";
    public const string Offered = "offered";

    /// <summary>Columns the facets are counted from.</summary>
    public const string TypeFacet = "type-facet";
    public const string StatusFacet = "status-facet";
    public const string IpcFacet = "ipc-facet";
    public const string ApplicantFacet = "applicant-facet";
    public const string YearFacet = "year-facet";

    /// <summary>Columns of the offer, filtered by and counted.</summary>
    public const string ModeFacet = "mode-facet";
    public const string FieldFacet = "field-facet";
    public const string RouteFacet = "route-facet";

    private const int IpcSubclassChars = 4;
    private static readonly FieldType SoundType = new(TextField.TYPE_NOT_STORED) { OmitNorms = true };

    private const string Body = "body";

    public static Document ToFields(CatalogueDocument patent)
    {
        var fields = new Document
        {
            new StringField(Patent, patent.Patent, Field.Store.NO),
            new SortedDocValuesField(Patent, new BytesRef(patent.Patent)),
            new StringField(Status, patent.Status.ToString(), Field.Store.NO),
            new NumericDocValuesField(Offered, patent.Status is MarketStatus.ForSale or MarketStatus.InAuction ? 1 : 0),
            new StoredField(Body, JsonSerializer.SerializeToUtf8Bytes(patent, EventCodec.Options)),
        };
        foreach (var form in patent.Numbers.SelectMany(NumberForms.Stored).Distinct(StringComparer.Ordinal))
            fields.Add(new StringField(Number, form, Field.Store.NO));
        foreach (var title in new[] { patent.TitleZh, patent.TitleEn }.OfType<string>())
            fields.Add(new TextField(Title, title, Field.Store.NO));
        if (patent.AbstractZh is { } summary) fields.Add(new TextField(Abstract, summary, Field.Store.NO));
        foreach (var applicant in patent.Applicants)
        {
            fields.Add(new TextField(Applicants, applicant, Field.Store.NO));
            fields.Add(new StringField(ApplicantFacet, applicant, Field.Store.NO));
        }

        if (patent.FilingDate is { } filed) fields.Add(new StringField(YearFacet, $"{filed.Year:d4}", Field.Store.NO));
        foreach (var inventor in patent.Inventors) fields.Add(new TextField(Inventors, inventor, Field.Store.NO));
        foreach (var code in patent.IpcCodes) fields.Add(new StringField(Ipc, SearchText.Ipc(code), Field.Store.NO));
        if (patent.Type is { } type) fields.Add(new StringField(Type, type, Field.Store.NO));
        AddSounds(fields, patent);
        AddFacets(fields, patent);
        AddOffer(fields, patent);
        if (patent.AskingPrice is { } price)
        {
            fields.Add(new Int64Field(Price, price.Fen, Field.Store.NO));
            fields.Add(new NumericDocValuesField(Price, price.Fen));
        }

        if (patent.Day is { } day) fields.Add(new NumericDocValuesField(Day, day.DayNumber));
        return fields;
    }

    private static void AddSounds(Document fields, CatalogueDocument patent)
    {
        var spoken = patent.Applicants.Concat(patent.Inventors);
        foreach (var text in patent.TitleZh is { } title ? spoken.Prepend(title) : spoken)
        {
            fields.Add(new Field(Sounds, text, SoundType));
            fields.Add(new Field(Initials, text, SoundType));
        }
    }

    private static void AddFacets(Document fields, CatalogueDocument patent)
    {
        fields.Add(new SortedSetDocValuesField(StatusFacet, new BytesRef(patent.Status.ToString())));
        if (patent.Type is { } type) fields.Add(new SortedSetDocValuesField(TypeFacet, new BytesRef(type)));
        foreach (var applicant in patent.Applicants.Distinct(StringComparer.Ordinal))
            fields.Add(new SortedSetDocValuesField(ApplicantFacet, new BytesRef(applicant)));
        var subclasses = patent.IpcCodes.Select(SearchText.Ipc).Where(code => code.Length >= IpcSubclassChars)
            .Select(code => code[..IpcSubclassChars]).Distinct(StringComparer.Ordinal);
        foreach (var subclass in subclasses)
            fields.Add(new SortedSetDocValuesField(IpcFacet, new BytesRef(subclass)));
        if (patent.FilingDate is { } filed)
            fields.Add(new SortedSetDocValuesField(YearFacet, new BytesRef($"{filed.Year:d4}")));
    }

    /// <summary>The field a figure is searched in.</summary>
    public static string Of(TechnicalFigure figure) => $"figure-{figure}";

    private static void AddOffer(Document fields, CatalogueDocument patent)
    {
        if (patent.Mode is { } mode) AddValue(ModeFacet, mode.ToString());
        if (patent.Technology is not { } facts) return;
        foreach (var field in facts.Fields) AddValue(FieldFacet, field.ToString());
        foreach (var route in facts.Routes) AddValue(RouteFacet, route.ToString());
        foreach (var figure in Enum.GetValues<TechnicalFigure>())
        {
            if (facts.Of(figure) is { } value) fields.Add(new Int64Field(Of(figure), value, Field.Store.NO));
        }

        void AddValue(string name, string value)
        {
            fields.Add(new StringField(name, value, Field.Store.NO));
            fields.Add(new SortedSetDocValuesField(name, new BytesRef(value)));
        }
    }

    public static CatalogueDocument FromFields(Document fields)
    {
        var body = fields.GetBinaryValue(Body);
        return JsonSerializer.Deserialize<CatalogueDocument>(
            body.Bytes.AsSpan(body.Offset, body.Length), EventCodec.Options)!;
    }
}
