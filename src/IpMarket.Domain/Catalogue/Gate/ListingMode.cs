namespace IpMarket.Domain.Catalogue.Gate;

/// <summary>What a listing offers to do with a patent.</summary>
public enum ListingMode
{
    /// <summary>转让; of an application, its right (专利申请权).</summary>
    Sale,

    /// <summary>独占许可: the licensor is excluded too.</summary>
    ExclusiveLicence,

    /// <summary>排他许可: one licensee beside the licensor.</summary>
    SoleLicence,

    /// <summary>普通许可.</summary>
    OrdinaryLicence,

    /// <summary>开放许可: the statutory one, to whoever notifies and pays.</summary>
    OpenLicence,

    /// <summary>作价入股.</summary>
    EquityContribution,

    /// <summary>质权实现: by agreement of pledgor and pledgee.</summary>
    PledgeRealisation,
}
