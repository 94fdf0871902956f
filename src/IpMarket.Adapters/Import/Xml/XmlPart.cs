using System.Collections.Immutable;
using System.Text;
using IpMarket.Domain.Catalogue;

namespace IpMarket.Adapters.Import.Xml;

/// <summary>An element of a small piece of XML, by local names, with the line it stands on.</summary>
internal sealed class XmlPart(string name, int line, ImmutableDictionary<string, string> attributes)
{
    // Texts and elements in their order: a title may hold marked-up letters.
    private readonly List<object> content = [];

    public string Name => name;

    public int Line => line;

    public string? Attribute(string called) => attributes.GetValueOrDefault(called);

    public void Add(object part) => content.Add(part);

    /// <summary>Elements at the end of a path of local names, in the document's order.</summary>
    public IEnumerable<XmlPart> At(params ReadOnlySpan<string> path)
    {
        IEnumerable<XmlPart> parts = [this];
        foreach (var step in path) parts = parts.SelectMany(part => part.Children(step));
        return parts;
    }

    /// <summary>
    /// The text in it, blanks joined, without characters that cannot be seen; null when there is none or it is one of
    /// the zeros by which the office fills what it leaves out.
    /// </summary>
    public string? Value()
    {
        var all = new StringBuilder();
        Collect(all);
        var words = PlainText.Clean(all.ToString()).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        return text.All(c => c == '0') ? null : text;
    }

    /// <summary>The same with its line; null when it says nothing.</summary>
    public Said? Said() => Value() is { } text ? new Said(text, line) : null;

    private IEnumerable<XmlPart> Children(string called) =>
        content.OfType<XmlPart>().Where(part => part.Name == called);

    private void Collect(StringBuilder all)
    {
        foreach (var part in content)
        {
            if (part is XmlPart child) child.Collect(all);
            else all.Append((string)part);
        }
    }
}
