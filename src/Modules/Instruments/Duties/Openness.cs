namespace Modular.Instruments;

/// <summary>Whether an instrument has to be opened, apart from its value (IM 2, 13).</summary>
internal enum Openness
{
    /// <summary>No duty: bought with other than government money, or gone.</summary>
    Free = 0,

    /// <summary>Still has to come onto the platform, or is on it without being shared.</summary>
    Owed = 1,

    /// <summary>On the platform and shared: the clock has stopped.</summary>
    Open = 2,
}

/// <summary>Where an instrument stands with its duty to open (I-5).</summary>
internal enum DutyState
{
    /// <summary>逾期: the last day has passed.</summary>
    Overdue,

    /// <summary>即将到期: within the days of the reminder (P-2).</summary>
    DueSoon,

    /// <summary>未到期.</summary>
    Due,

    /// <summary>缺验收日期: the clock cannot run, because nobody has entered the day of acceptance.</summary>
    Undated,

    /// <summary>已备案不入网: need not join, the reason is on record (I-6).</summary>
    Exempt,
}
