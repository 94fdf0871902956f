using System.Collections.Immutable;
using System.Xml;
using IpMarket.Domain.Catalogue.Import;
using IpMarket.Domain.Kernel;

namespace IpMarket.Adapters.Import.Xml;

/// <summary>
/// XML from strangers. A DOCTYPE is passed over: nothing it points at is fetched, nothing it declares is known, so an
/// entity of it is a fault. The whole file is read, but only its bibliographic part is kept.
/// </summary>
internal static class XmlIntake
{
    public const int DepthMax = 64;
    public const int PartsMax = 50_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = Limits.ImportFileBytesMax,
        MaxCharactersFromEntities = 1_024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>The name of the root element; empty when the bytes do not begin as XML does.</summary>
    public static Outcome<string> Root(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : "";
        }
        catch (XmlException broken) when (broken is { LineNumber: <= 1, LinePosition: <= 1 })
        {
            return "";
        }
        catch (XmlException broken)
        {
            return Broken(broken);
        }
    }

    /// <summary>
    /// The first element <paramref name="wanted"/> right below the root, and in it, as its last part, the first
    /// <paramref name="beside"/> that stands after it there; the file is read to its end.
    /// </summary>
    public static Outcome<XmlPart> Read(byte[] bytes, string wanted, string beside)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);
        try
        {
            return new Walk(reader, wanted, beside).Run();
        }
        catch (XmlException broken)
        {
            return Broken(broken);
        }
    }

    private static Refusal Broken(XmlException broken) => Refusal.Of(
        PatentFileRefusal.FileBroken,
        ("line", broken.LineNumber),
        ("column", broken.LinePosition),
        ("detail", Detail(broken)));

    /// <summary>The parser's words without the place it repeats, clean and short.</summary>
    private static string Detail(XmlException broken)
    {
        var text = broken.Message;
        var place = text.LastIndexOf(" Line ", StringComparison.Ordinal);
        if (place > 0) text = text[..place];
        text = string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return text.Length > 200 ? text[..200] : text;
    }

    private sealed class Walk(XmlReader reader, string wanted, string beside)
    {
        private readonly Stack<XmlPart> open = new();
        private XmlPart? found;
        private bool hasBeside;
        private int parts;

        private int Line => ((IXmlLineInfo)reader).LineNumber;

        public Outcome<XmlPart> Run()
        {
            var rootLine = 0;
            while (reader.Read())
            {
                if (reader.Depth > DepthMax) return Beyond("depth", DepthMax);
                if (reader.NodeType == XmlNodeType.Element && reader.Depth == 0) rootLine = Line;
                else if (IsKept()) Keep();
                if (parts > PartsMax) return Beyond("parts", PartsMax);
            }

            return found is not null
                ? found
                : Refusal.Of(PatentFileRefusal.BibliographyMissing, ("line", rootLine), ("element", wanted));
        }

        /// <summary>Below one of the two elements, or at its start; nothing else.</summary>
        private bool IsKept() =>
            open.Count > 0
            || (reader is { NodeType: XmlNodeType.Element, Depth: 1 }
                && (found is null ? reader.LocalName == wanted : !hasBeside && reader.LocalName == beside));

        private void Keep()
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Open();
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA
                    or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Peek().Add(reader.Value);
                    break;
            }
        }

        private void Open()
        {
            parts++;
            var isEmpty = reader.IsEmptyElement;
            var part = new XmlPart(reader.LocalName, Line, Attributes());
            if (open.TryPeek(out var parent)) parent.Add(part);
            else if (found is null) found = part;
            else
            {
                found.Add(part);
                hasBeside = true;
            }

            if (!isEmpty) open.Push(part);
        }

        private ImmutableDictionary<string, string> Attributes()
        {
            var attributes = ImmutableDictionary<string, string>.Empty;
            while (reader.MoveToNextAttribute())
            {
                if (++parts > PartsMax) break;
                attributes = attributes.SetItem(reader.LocalName, reader.Value);
            }

            reader.MoveToElement();
            return attributes;
        }

        private Refusal Beyond(string bound, int max) => Refusal.Of(
            PatentFileRefusal.FileBeyondBounds, ("line", Line), ("bound", bound), ("max", max));
    }
}
