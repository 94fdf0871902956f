using System.Text.Json;
using IpMarket.Domain.Catalogue.Search;
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
    public const string Shape = "catalogue/1";

    public const string Patent = "patent";
    public const string Number = "number";
    public const string Title = "title";
    public const string Applicants = "applicants";
    public const string Inventors = "inventors";
    public const string Ipc = "ipc";
    public const string Type = "type";
    public const string Status = "status";
    public const string Price = "price";
    public const string Day = "day";
    public const string Offered = "offered";

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
        foreach (var applicant in patent.Applicants) fields.Add(new TextField(Applicants, applicant, Field.Store.NO));
        foreach (var inventor in patent.Inventors) fields.Add(new TextField(Inventors, inventor, Field.Store.NO));
        foreach (var code in patent.IpcCodes) fields.Add(new StringField(Ipc, SearchText.Ipc(code), Field.Store.NO));
        if (patent.Type is { } type) fields.Add(new StringField(Type, type, Field.Store.NO));
        if (patent.AskingPrice is { } price)
        {
            fields.Add(new Int64Field(Price, price.Fen, Field.Store.NO));
            fields.Add(new NumericDocValuesField(Price, price.Fen));
        }

        if (patent.Day is { } day) fields.Add(new NumericDocValuesField(Day, day.DayNumber));
        return fields;
    }

    public static CatalogueDocument FromFields(Document fields)
    {
        var body = fields.GetBinaryValue(Body);
        return JsonSerializer.Deserialize<CatalogueDocument>(
            body.Bytes.AsSpan(body.Offset, body.Length), EventCodec.Options)!;
    }
}
