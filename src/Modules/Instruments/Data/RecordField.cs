using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Modular.Instruments;

/// <summary>How a field is entered, shown and compared.</summary>
internal enum FieldKind
{
    Text,
    LongText,

    /// <summary>Fen inside, 万元 outside.</summary>
    Money,
    Date,
    Year,
    Hours,

    /// <summary>Square metres.</summary>
    Area,
    Flag,

    /// <summary>One of a list of codes.</summary>
    Choice,

    /// <summary>Several of a list of codes.</summary>
    Choices,
    ClassCode,
    Discipline,
    Country,
    Region,
    WebAddress,
}

/// <summary>One field of a record: an instrument's, or that of what instruments belong to.</summary>
/// <param name="Key">Its name in the API, in remarks and in import mappings.</param>
/// <param name="NationalKey">Its key in the national data standard; null where the standard has none.</param>
/// <param name="Required">Needed before the record can be submitted: the main indicators of the census notice (CN annex 1) and what identifies it.</param>
/// <param name="NationalRequired">Demanded by the national data standard; shown as missing, but does not hold back a submission.</param>
internal sealed record RecordField(
    string Key, string Group, string NameZh, string NameEn, FieldKind Kind, int? MaxLength, string? NationalKey, bool Required, bool NationalRequired,
    PropertyInfo Property)
{
    public object? Read(object record) => Property.GetValue(record);

    public void Write(object record, object? value) => Property.SetValue(record, value);

    public bool IsEmpty(object record) => Read(record) switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        System.Collections.ICollection list => list.Count == 0,
        _ => false,
    };

    /// <summary>Whether two records say the same here; nothing and an empty list are the same, and 1200 hours are 1200.0.</summary>
    public bool Same(object one, object other) => IsEmpty(one)
        ? IsEmpty(other)
        : (Read(one), Read(other)) is (System.Collections.IEnumerable and not string, System.Collections.IEnumerable) lists
            ? ((System.Collections.IEnumerable)lists.Item1!).Cast<object>().SequenceEqual(((System.Collections.IEnumerable)lists.Item2!).Cast<object>())
            : Equals(Read(one), Read(other));

    /// <summary>The codes of a choice, as the API writes them.</summary>
    public IReadOnlyList<string> Codes => EnumOf(Property.PropertyType) is { } type
        ? [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)]
        : [];

    static Type? EnumOf(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? (type.IsGenericType ? type.GetGenericArguments()[0] : type);
        return inner.IsEnum ? inner : null;
    }

    public static RecordField Of<TRecord, T>(
        Expression<Func<TRecord, T>> member, string group, string nameZh, string nameEn, FieldKind kind, int? maxLength, string? nationalKey, bool required, bool national)
    {
        var property = (PropertyInfo)((MemberExpression)member.Body).Member;
        return new RecordField(JsonNamingPolicy.CamelCase.ConvertName(property.Name), group, nameZh, nameEn, kind, maxLength, nationalKey,
            required, national || required && nationalKey is not null, property);
    }
}
