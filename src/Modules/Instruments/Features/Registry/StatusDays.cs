using System.Linq.Expressions;
using FluentValidation;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>From when an operating status may be said to hold, and until when.</summary>
internal static class StatusDays
{
    const int Earliest = 1980;

    public static void RulesForStatusDays<T>(this AbstractValidator<T> validator, TimeProvider clock, Expression<Func<T, DateOnly?>> since, Expression<Func<T, DateOnly?>> expectedBackOn)
    {
        var begins = since.Compile();
        validator.RuleFor(since).Must(day => day is null || day <= clock.Today() && day.Value.Year >= Earliest).WithErrorCode("status.since").WithMessage("Not after today.");
        validator.RuleFor(expectedBackOn).Must((command, day) => day is null || day >= (begins(command) ?? clock.Today())).WithErrorCode("status.back-on").WithMessage("Not before the status begins.");
    }
}
