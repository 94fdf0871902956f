using IpMarket.Domain.Catalogue.Import;

namespace IpMarket.Adapters.Import.Xml;

/// <summary>Where one format keeps its facts.</summary>
/// <param name="Format">Its name.</param>
/// <param name="Root">The local name of its root element.</param>
/// <param name="Bibliography">The element below the root that holds every fact taken but the abstract.</param>
/// <param name="Abstract">
/// The abstract's element, below the root or in the bibliography: read as a part of the bibliography.
/// </param>
/// <param name="Row">Reads the one patent of the file.</param>
internal sealed record XmlFormat(
    PatentFileFormat Format, string Root, string Bibliography, string Abstract, Func<XmlPart, PatentFileRow> Row);
