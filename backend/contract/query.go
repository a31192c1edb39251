package contract

import (
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"galley/backend/galley"
	"galley/backend/galley/messages"
)

// query reads a struct from the query of an address, by the JSON names of its
// fields. A struct within it has its fields beside the others. A number that is
// none is CodeInvalidInput; a list is a name that is given several times.
func query[Q any](values url.Values) (Q, error) {
	var q Q
	err := fill(reflect.ValueOf(&q).Elem(), values)
	return q, err
}

func fill(v reflect.Value, values url.Values) error {
	for field, value := range v.Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		var err error
		switch {
		case value.Kind() == reflect.Struct:
			err = fill(value, values)
		case value.Kind() == reflect.String:
			value.SetString(values.Get(name))
		case value.Kind() == reflect.Slice && value.Type().Elem().Kind() == reflect.String:
			for _, one := range values[name] {
				value.Set(reflect.Append(value, reflect.ValueOf(one).Convert(value.Type().Elem())))
			}
		case value.Kind() == reflect.Bool:
			value.SetBool(values.Get(name) == "true")
		case value.CanInt():
			err = setNumber(value, name, values.Get(name))
		default:
			err = galley.NewError(galley.CodeInternal, messages.NotInAddress(name))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func setNumber(v reflect.Value, name, text string) error {
	if text == "" {
		return nil
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return galley.WrapError(err, galley.CodeInvalidInput, messages.NotAWholeNumber(name, text))
	}
	v.SetInt(n)
	return nil
}
