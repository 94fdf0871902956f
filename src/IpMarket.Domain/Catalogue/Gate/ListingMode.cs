using IpMarket.Domain.Kernel;

namespace IpMarket.Domain.Catalogue.Gate;

/// <summary>What a listing offers to do with a patent.</summary>
public enum ListingMode
{
    /// <summary>转让; of an application, its right (专利申请权).</summary>
    [Words("转让", "sale")]
    Sale,

    /// <summary>独占许可: the licensor is excluded too.</summary>
    [Words("独占许可", "exclusive licence")]
    ExclusiveLicence,

    /// <summary>排他许可: one licensee beside the licensor.</summary>
    [Words("排他许可", "sole licence")]
    SoleLicence,

    /// <summary>普通许可.</summary>
    [Words("普通许可", "ordinary licence")]
    OrdinaryLicence,

    /// <summary>开放许可: the statutory one, to whoever notifies and pays.</summary>
    [Words("开放许可", "open licence")]
    OpenLicence,

    /// <summary>作价入股.</summary>
    [Words("作价入股", "equity contribution")]
    EquityContribution,

    /// <summary>质权实现: by agreement of pledgor and pledgee.</summary>
    [Words("质权实现", "realisation of the pledge")]
    PledgeRealisation,
}
