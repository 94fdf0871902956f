using IpMarket.Domain.Catalogue.Import;

namespace IpMarket.Adapters.Import.Xml;

/// <summary>Where one format keeps its facts.</summary>
/// <param name="Format">Its name.</param>
/// <param name="Root">The local name of its root element.</param>
/// <param name="Bibliography">The element below the root that holds every fact taken.</param>
/// <param name="Without">An element in it whose text is never taken: the abstract.</param>
/// <param name="Row">Reads the one patent of the file.</param>
internal sealed record XmlFormat(
    PatentFileFormat Format, string Root, string Bibliography, string Without, Func<XmlPart, PatentFileRow> Row);
