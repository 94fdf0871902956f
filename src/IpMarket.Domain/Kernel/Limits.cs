namespace IpMarket.Domain.Kernel;

/// <summary>Every limit of the house, in one place; the unit is the last word of the name.</summary>
public static class Limits
{
    /// <summary>Events one transaction of the journal's writer may hold.</summary>
    public const int FlushEventsMax = 1_024;

    /// <summary>Command ids a state remembers; older repeats are answered from the journal.</summary>
    public const int RememberedCommandsMax = 1_000;

    /// <summary>Accepted bids an auction's state holds for a room snapshot.</summary>
    public const int RoomBidsMax = 50;

    /// <summary>Drafts of listings one party keeps, as the catalogue's view counts them.</summary>
    public const int ListingDraftsMax = 200;

    /// <summary>Encumbrances, and again consents, one patent's stream holds.</summary>
    public const int EncumbrancesMax = 200;

    /// <summary>Tiers of an auction's step table.</summary>
    public const int StepTiersMax = 20;

    /// <summary>Prices a descending clock shows, the start and the floor included.</summary>
    public const int ClockPricesMax = 1_000;

    /// <summary>How long a price of a descending clock stands at most.</summary>
    public const int ClockSecondsMax = 86_400;

    /// <summary>Ranks of pre-emption an auction tells apart.</summary>
    public const int PreemptionRankMax = 99;

    /// <summary>Holders a sealed bid's key is shared among, and least shares that open it.</summary>
    public const int SealedHoldersMax = 7;

    public const int SealedThresholdMin = 2;

    /// <summary>Seconds the holders have to open sealed bids.</summary>
    public const int OpeningSecondsMin = 30;

    public const int OpeningSecondsMax = 30 * 86_400;

    /// <summary>Sealed bids one bidder may hand in; the last counts.</summary>
    public const int SealingsPerBidderMax = 20;

    /// <summary>Enrolments one auction takes.</summary>
    public const int EnrolmentsMax = 500;

    /// <summary>Parties that may file purchase intents for one listing, those that stepped back included.</summary>
    public const int IntentsMax = 500;

    /// <summary>Enrolments one party may request in an auction, those it cancelled included.</summary>
    public const int EnrolmentRequestsMax = 3;

    /// <summary>Receipts one escrow case takes; a settlement of all of them fits one command.</summary>
    public const int ReceiptsMax = 1_000;

    /// <summary>Commands that may wait in one aggregate before new ones are turned away as busy.</summary>
    public const int QueuedCommandsMax = 4_096;

    /// <summary>Events after which a snapshot is due (together with <see cref="SnapshotMinSeconds"/>).</summary>
    public const int SnapshotEventsMin = 500;

    public const int SnapshotMinSeconds = 10;

    /// <summary>Events a view applies in one transaction.</summary>
    public const int ViewBatchEventsMax = 1_000;

    public const int ViewBatchMsMax = 500;

    /// <summary>Records of the journal's end one process keeps for those who follow it.</summary>
    public const int TailRecordsMax = 4_000;

    /// <summary>Between two pokes of a follower while appends come in; the first one comes at once.</summary>
    public const int FollowerPaceMs = 20;

    public const int DatabaseTimeoutMs = 2_000;

    /// <summary>How long an aggregate tries to settle a doubt before it answers "unknown".</summary>
    public const int DoubtTimeoutMs = 5_000;

    public const int GrainTimeoutMs = 15_000;

    public const int HttpTimeoutMs = 20_000;

    /// <summary>Clock skew of a silo against its database above which bids are refused.</summary>
    public const int ClockSkewMsMax = 5_000;

    /// <summary>Gap in the heartbeats of all silos that counts as an outage.</summary>
    public const int OutageGapMs = 3_000;

    public const int LiveBatchMs = 50;

    public const int WatchRenewSeconds = 5;

    /// <summary>Rooms one line to the hub may show at once.</summary>
    public const int RoomsPerConnectionMax = 20;

    /// <summary>Rooms one caller may enter or leave a second on one silo.</summary>
    public const int JoinsPerSecondMax = 200;

    /// <summary>Bytes of one message to a hub.</summary>
    public const int HubMessageBytesMax = 16_384;

    public const int WatchLeaseSeconds = 15;

    public const int RequestBodyBytesMax = 1_048_576;

    public const int ImportFileBytesMax = 20_971_520;

    /// <summary>Rows one file may hold.</summary>
    public const int ImportRowsMax = 10_000;

    /// <summary>
    /// Rows a file of a party may hold: the holdings of one owner, and what an officer can look through who compares
    /// them with the register. More goes through the centre.
    /// </summary>
    public const int ImportPartyRowsMax = 1_000;

    /// <summary>
    /// Imports one party may have under way or previewed and not applied, as the imports' view counts those of the last
    /// <see cref="ImportOpenHours"/>: each keeps its file and its rows, and nobody but the party needs them.
    /// </summary>
    public const int ImportsOpenPerPartyMax = 10;

    /// <summary>Hours after which a preview that nobody applied is in nobody's way.</summary>
    public const int ImportOpenHours = 24;

    /// <summary>Characters one cell of a file, or one text of it, may hold.</summary>
    public const int ImportCellCharsMax = 20_000;

    /// <summary>Rows an import works on in one go.</summary>
    public const int ImportStepRows = 200;

    /// <summary>How long a request waits for an import before the rest follows by itself.</summary>
    public const int ImportWaitMs = 2_000;

    /// <summary>Life facts one patent takes, retracted ones included.</summary>
    public const int LifeFactsMax = 500;

    /// <summary>Characters of what a source adds to a legal event.</summary>
    public const int LifeNoteCharsMax = 200;

    /// <summary>Sighted statuses a patent's life keeps, the newest.</summary>
    public const int SightingsMax = 50;

    /// <summary>Characters of what an interested party says it wants (意向说明).</summary>
    public const int ProposalCharsMax = 1_000;

    /// <summary>Characters of a contract's own number (合同编号).</summary>
    public const int ContractReferenceCharsMax = 100;

    /// <summary>Characters of a legal status in a source's words.</summary>
    public const int StatusCharsMax = 200;

    /// <summary>Mandates between the co-owners of one patent.</summary>
    public const int MandatesMax = 50;

    /// <summary>Patents one user may watch.</summary>
    public const int WatchesMax = 200;

    /// <summary>Searches one user may save.</summary>
    public const int SavedSearchesMax = 50;

    /// <summary>Characters of a saved search's name.</summary>
    public const int SavedSearchNameCharsMax = 60;

    /// <summary>Patents one saved search remembers to have told of, the last ones.</summary>
    public const int SavedHitsRememberedMax = 500;

    public const int DocumentBytesMax = 20_971_520;

    /// <summary>Patents one listing offers together, the first included.</summary>
    public const int ListingPatentsMax = 20;

    /// <summary>Documents a listing of one patent shows at a time.</summary>
    public const int ListingDocumentsMax = 40;

    /// <summary>Documents more for each further patent.</summary>
    public const int ListingDocumentsPerPatent = 4;

    /// <summary>Bytes of all documents of one listing together: 100 MiB.</summary>
    public const int ListingDocumentsBytesMax = 104_857_600;

    /// <summary>Documents ever uploaded for one listing, removed and replaced ones included.</summary>
    public const int ListingUploadsMax = 120;

    /// <summary>Scans kept for one party.</summary>
    public const int ScansPerPartyMax = 50;

    /// <summary>Parties one user may act for when he registers another.</summary>
    public const int PartiesPerUserMax = 20;

    /// <summary>Lines a bid record prints; of longer ones the last.</summary>
    public const int BidRecordLinesMax = 2_000;

    /// <summary>How long a paper may take to become a PDF.</summary>
    public const int PdfTimeoutMs = 20_000;

    public const int PageItemsDefault = 20;

    public const int PageItemsMax = 200;

    /// <summary>Largest amount the market takes: ¥10 billion.</summary>
    public const long AmountFenMax = 1_000_000_000_000;

    /// <summary>Instants that come in lie in the years from this to <see cref="InstantYearMax"/>, included.</summary>
    public const int InstantYearMin = 1900;

    public const int InstantYearMax = 2999;

    public const int NameCharsMax = 200;

    public const int TextCharsMax = 4_000;

    /// <summary>Access tokens of programs, in minutes.</summary>
    public const int AccessTokenMinutes = 10;

    /// <summary>How stale a role or security stamp may be.</summary>
    public const int RoleCacheSeconds = 2;

    /// <summary>Bids one user may send a second on one silo.</summary>
    public const int BidsPerSecondMax = 10;

    /// <summary>Seconds after which a log that grew gets a signed tree head.</summary>
    public const int TreeHeadSeconds = 60;

    /// <summary>Auctions whose trees one server keeps at hand.</summary>
    public const int TreesKeptMax = 64;

    /// <summary>Receipts, proofs and bundles one caller may ask for a second on one silo.</summary>
    public const int ProofsPerSecondMax = 30;

    public const int LoginAttemptsMax = 5;

    public const int LockoutMinutes = 15;
}
