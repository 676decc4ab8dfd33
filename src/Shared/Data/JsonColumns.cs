using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Modular.Shared;

/// <summary>Columns that hold a small value of several parts as JSON, read and written whole.</summary>
public static class JsonColumns
{
    public static PropertyBuilder<T> AsJson<T>(PropertyBuilder<T> property)
        where T : class => AsJson(property, value => JsonSerializer.Serialize(value, JsonShape.Options), text => JsonSerializer.Deserialize<T>(text, JsonShape.Options)!);

    /// <summary>A value that is written in a form of its own.</summary>
    public static PropertyBuilder<T> AsJson<T>(PropertyBuilder<T> property, Expression<Func<T, string>> write, Expression<Func<string, T>> read)
        where T : class => property.HasConversion(
            write,
            read,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, JsonShape.Options) == JsonSerializer.Serialize(right, JsonShape.Options),
                value => JsonSerializer.Serialize(value, JsonShape.Options).GetHashCode(StringComparison.Ordinal),
                value => value));
}
