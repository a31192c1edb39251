package llmtest

import (
	"net/http"
	"slices"
	"strconv"
	"time"
)

func (s *Server) chat(w http.ResponseWriter, r *http.Request) {
	req, err := s.read(r)
	if err != nil {
		Refuse(http.StatusBadRequest, "invalid_request_error", err.Error()).write(w, r)
		return
	}
	reply, scripted := s.arrive(req)
	defer s.depart()
	waits := reply.Status == 0
	if !scripted && waits {
		reply = s.answer(req)
	}
	reply.model, reply.prompt = req.Model, promptTokens(req)
	if reply.Status < http.StatusBadRequest {
		reply.cached = s.cached(req)
	}
	reply.NoUsage = reply.NoUsage || s.options.NoUsage
	s.charge(req, reply)
	if waits && s.options.Clock.Sleep(r.Context(), s.options.Latency) != nil {
		return
	}
	if reply.Delay > 0 && s.options.Clock.Sleep(r.Context(), reply.Delay) != nil {
		return
	}
	reply.write(w, r)
}

// arrive counts the request, and returns a special reply if it gets one.
func (s *Server) arrive(req Request) (reply Reply, scripted bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, req)
	s.busy++
	s.mostBusy = max(s.mostBusy, s.busy)
	if len(s.script) > 0 {
		reply, s.script = s.script[0], s.script[1:]
		return reply, true
	}
	if s.options.Slots > 0 && s.busy > s.options.Slots {
		return Refuse(http.StatusServiceUnavailable, "", "server busy, please try again"), false
	}
	return s.limit(req.At), false
}

func (s *Server) depart() {
	if s.options.Lingers > 0 {
		time.AfterFunc(s.options.Lingers, s.free)
		return
	}
	s.free()
}

func (s *Server) free() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.busy--
}

// limit counts the requests of the last minute, and refuses those beyond.
func (s *Server) limit(now time.Time) Reply {
	if s.options.RPM == 0 {
		return Reply{}
	}
	s.served = slices.DeleteFunc(s.served, func(at time.Time) bool { return now.Sub(at) >= time.Minute })
	if len(s.served) < s.options.RPM {
		s.served = append(s.served, now)
		return Reply{}
	}
	wait := s.served[0].Add(time.Minute).Sub(now)
	reply := Refuse(http.StatusTooManyRequests, "rate_limit_exceeded", "Rate limit reached for requests")
	reply.Header = http.Header{"Retry-After": {strconv.FormatFloat(wait.Seconds(), 'f', 3, 64)}}
	return reply
}

// answer is the endpoint's usual reply to a request.
func (s *Server) answer(req Request) Reply {
	o := s.options
	switch {
	case !slices.Contains(o.Models, req.Model):
		return Refuse(http.StatusNotFound, "model_not_found", "The model "+req.Model+" does not exist")
	case o.Blind && len(req.Pictures()) > 0:
		return Refuse(http.StatusBadRequest, "", "this model does not take images")
	}
	if name := s.unwanted(req); name != "" {
		return s.refuseParameter(name)
	}
	if o.Answer != nil {
		return o.Answer(req)
	}
	text := o.Write(req)
	if req.Format == "" || o.IgnoresFormat {
		return Says(text)
	}
	return Writes(text)
}

// unwanted is the first parameter of the request that the endpoint refuses.
func (s *Server) unwanted(req Request) string {
	o := s.options
	switch {
	case o.NoMaxTokens && req.MaxTokens > 0:
		return "max_tokens"
	case o.NoTemperature && req.Temperature != 0:
		return "temperature"
	case o.NoSchema && req.Format == "json_schema", o.NoObject && req.Format == "json_object":
		return "response_format"
	}
	return ""
}

func (s *Server) refuseParameter(name string) Reply {
	if s.options.Vague {
		return Refuse(http.StatusBadRequest, "", "invalid request")
	}
	reply := Refuse(http.StatusBadRequest, "unsupported_parameter", "Unsupported parameter: "+name)
	reply.param = name
	return reply
}
